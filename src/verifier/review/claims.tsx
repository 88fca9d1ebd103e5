import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { Row } from '../../components/row';
import type { InputOf } from '../../contract/endpoints';
import type { Review } from '../../contract/review';
import { chinaDayOf } from '../../domain/time';
import { useText } from '../../i18n';
import { useFailureWords, useFieldLabel, useVerifierText } from '../../i18n/verifier';
import { useStores } from '../../stores-context';
import { createReviewStore } from '../../stores/review-store';
import { ClaimsColumns, ClaimsHead } from './claims-head';
import { FieldLine } from './field-line';
import { Log } from './log';
import { type Fault, type Faults, ReturnSheet } from './return-sheet';

type Outcome = InputOf<'review.decide'>['outcome'];

/** Decides a review; true while it is under way. */
function useDecision({ id: reviewId, version }: Review, faults: Faults) {
  const stores = useStores();
  const { ui } = stores;
  const reviews = stores.lazy(createReviewStore);
  const { verifier: words } = useVerifierText();
  const wordFailure = useFailureWords();
  const [isBusy, setBusy] = useState(false);
  const decide = async (outcome: Outcome): Promise<void> => {
    setBusy(true);
    const reasons = Object.entries(faults).flatMap(([field, { reason, words: added }]) =>
      outcome === 'approved' || reason === null ? [] : [{ field, reason, words: added }],
    );
    const result = await reviews.decide({ reviewId, version, outcome, reasons });
    setBusy(false);
    ui.toast(result.ok ? words.decided : wordFailure(result.error));
  };
  return { isBusy, decide };
}

/** What was handed in beside the last check: what changed lies open, the rest under one line. */
export const Claims = observer(function Claims(props: {
  review: Review;
  earlier: readonly Review[];
}) {
  const { review, earlier } = props;
  const { ui } = useStores();
  const t = useText();
  const { verifier: words } = useVerifierText();
  const labelOf = useFieldLabel(review.kind);
  const [faults, setFaults] = useState<Faults>({});
  const [isReturning, setReturning] = useState(false);
  const [isAllShown, setAllShown] = useState(false);
  const { isBusy, decide } = useDecision(review, faults);
  const { fields, state, dueOn } = review;
  const shown = fields.filter(({ value, before }) => value !== null || before !== null);
  const changed = shown.filter(({ value, before }) => value !== before);
  const same = shown.filter(({ value, before }) => value === before);
  const isDue = state === 'approved' && dueOn !== null && dueOn <= chinaDayOf(ui.now);
  const canReturn = state === 'waiting' || state === 'approved';
  const count = Object.keys(faults).length;
  const setFault = (field: string, fault: Fault | null): void => {
    const { [field]: _before, ...others } = faults;
    setFaults(fault === null ? others : { ...faults, [field]: fault });
  };
  const lineOf = (field: Review['fields'][number]) => (
    <FieldLine
      key={field.field}
      field={field}
      label={labelOf(field.field)}
      isWrong={canReturn ? faults[field.field] !== undefined : null}
      onWrong={(isWrong) => setFault(field.field, isWrong ? { reason: null, words: '' } : null)}
    />
  );
  const footer = (
    <View className="review__answers">
      {count > 0 && (
        <View className="review__answer--first">
          <Button onTap={() => setReturning(true)}>{words.giveBackWhy(count)}</Button>
        </View>
      )}
      <View className="review__answer">
        <Button
          kind={count > 0 ? 'plain' : 'primary'}
          isBusy={isBusy && !isReturning}
          isDisabled={count > 0 || !(state === 'waiting' || isDue)}
          onTap={() => void decide('approved')}
        >
          {words.approve}
        </Button>
      </View>
    </View>
  );
  return (
    <PageFrame {...(canReturn ? { footer } : {})}>
      <ClaimsHead review={review} />
      <Card>
        <ClaimsColumns review={review} changes={changed.length} />
        {changed.map(lineOf)}
      </Card>
      {same.length > 0 && (
        <Card>
          <Row
            title={words.unchanged(same.length)}
            note={same.map(({ field }) => labelOf(field)).join(t.incentive.listSeparator)}
            onTap={() => setAllShown(!isAllShown)}
          />
          {isAllShown && same.map(lineOf)}
        </Card>
      )}
      <Log reviews={[review, ...earlier]} />
      {!canReturn && <View className="hl-footnote">{words.closed}</View>}
      <ReturnSheet
        review={review}
        faults={faults}
        isOpen={isReturning}
        isBusy={isBusy}
        onFault={setFault}
        onClose={() => setReturning(false)}
        onSend={() => void decide('returned')}
      />
    </PageFrame>
  );
});
