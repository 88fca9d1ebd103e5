import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { TextField } from '../../components/text-field';
import type { Review } from '../../contract/review';
import { reportDecisionProblems } from '../../domain/review/report';
import type { ReportOutcome } from '../../domain/review/report-outcome';
import { useText } from '../../i18n';
import { useFailureWords, useVerifierText } from '../../i18n/verifier';
import { useStores } from '../../stores-context';
import { createReviewStore } from '../../stores/review-store';
import { ClaimsHead } from './claims-head';
import { Log } from './log';

/** What was reported, and what becomes of it: nothing, or the store is not shown, or shown again. */
export const ReportDecision = observer(function ReportDecision(props: {
  review: Review;
  earlier: readonly Review[];
}) {
  const { review, earlier } = props;
  const stores = useStores();
  const { ui } = stores;
  const reviews = stores.lazy(createReviewStore);
  const t = useText();
  const { report: words } = useVerifierText();
  const wordFailure = useFailureWords();
  const [text, setText] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [busy, setBusy] = useState<ReportOutcome | null>(null);
  const { id: reviewId, version, state, fields } = review;
  const valueOf = (name: string): string => fields.find(({ field }) => field === name)?.value ?? '';
  const reasons: Readonly<Record<string, string>> = words.reason;
  const isAppeal = valueOf('reason') === 'appeal';
  const outcomes: readonly ReportOutcome[] =
    state === 'suspended'
      ? ['restored']
      : isAppeal
        ? ['restored', 'dismissed']
        : ['suspended', 'dismissed'];
  const decide = async (outcome: ReportOutcome): Promise<void> => {
    if (busy !== null) return;
    setAsked(true);
    if (reportDecisionProblems({ outcome, words: text.trim() }).words !== undefined) return;
    setBusy(outcome);
    const result = await reviews.decideReport({ reviewId, version, outcome, words: text });
    setBusy(null);
    ui.toast(result.ok ? t.common.state.saved : wordFailure(result.error));
  };
  const isOpen = state === 'waiting' || state === 'suspended';
  return (
    <PageFrame>
      <ClaimsHead review={review} />
      <Card title={reasons[valueOf('reason')] ?? words.title}>
        <View className="review__reported">{valueOf('words') || words.noWords}</View>
      </Card>
      {isOpen && (
        <Card>
          <TextField
            label={words.added}
            hint={words.addedHint}
            value={text}
            isLong
            onChange={setText}
            issue={
              isAsked && text.trim() === '' && outcomes.includes('suspended')
                ? words.needsWords
                : null
            }
          />
          <View className="review__decisions">
            {outcomes.map((outcome) => (
              <Button
                key={outcome}
                kind={outcome === 'suspended' ? 'danger' : 'plain'}
                isBusy={busy === outcome}
                onTap={() => void decide(outcome)}
              >
                {words.outcome[outcome]}
              </Button>
            ))}
          </View>
        </Card>
      )}
      <Log reviews={[review, ...earlier]} />
    </PageFrame>
  );
});
