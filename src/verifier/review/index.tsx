import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { Row } from '../../components/row';
import { TextField } from '../../components/text-field';
import type { OutputOf } from '../../contract/endpoints';
import type { Review } from '../../contract/review';
import { RETURN_REASONS, type ReturnReason } from '../../domain/review/review';
import { chinaDayOf } from '../../domain/time';
import { useReader, useText, wordChinaDay, wordInstant } from '../../i18n';
import { useFailureWords, useFieldLabel, useVerifierText } from '../../i18n/verifier';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { createReviewStore } from '../../stores/review-store';
import { OnlyVerifiers } from '../shared/only-verifiers';
import { ReportDecision } from './report-decision';
import './index.css';

/** Why a field is wrong, while the verifier decides. */
interface Fault {
  readonly reason: ReturnReason | null;
  readonly words: string;
}

/** A link without its parameter. */
const NO_REVIEW = { status: 'ready', value: null, error: null } as const;

/** What was handed in, beside what was approved the last time. */
export default observer(function ReviewPage() {
  const { id } = usePageQuery(PATHS.review);
  const reviews = useStores().lazy(createReviewStore);
  const { verifier: words } = useVerifierText();
  usePageTitle(words.title);
  useEffect(() => {
    if (id !== null) void reviews.loadReview(id);
  }, [reviews, id]);
  if (id === null) return <Reading reading={NO_REVIEW} onRetry={null} />;
  const reading = reviews.review(id);
  if (reading.error?.code === 'not_allowed') return <OnlyVerifiers />;
  return (
    <Reading reading={reading} onRetry={() => void reviews.loadReview(id)}>
      {(value) => <Claims key={value.review.version} {...value} />}
    </Reading>
  );
});

const Claims = observer(function Claims({ review, earlier }: OutputOf<'review.get'>) {
  const stores = useStores();
  const { ui } = stores;
  const reviews = stores.lazy(createReviewStore);
  const reader = useReader();
  const { verifier: words } = useVerifierText();
  const labelOf = useFieldLabel(review.kind);
  const wordFailure = useFailureWords();
  const [faults, setFaults] = useState<Readonly<Record<string, Fault>>>({});
  const [isBusy, setBusy] = useState(false);
  const { fields, checkedOn, submittedAt, receipt, state, dueOn } = review;
  const shown = fields.filter(({ value, before }) => value !== null || before !== null);
  const changed = shown.filter(({ value, before }) => value !== before);
  const same = shown.filter(({ value, before }) => value === before);
  const wrong = Object.entries(faults);
  const isReady = wrong.every(
    ([, { reason, words: added }]) => reason !== null && (reason !== 'other' || added !== ''),
  );
  const isDue = state === 'approved' && dueOn !== null && dueOn <= chinaDayOf(ui.now);
  const canApprove = state === 'waiting' || isDue;
  const isReport = review.kind === 'report';
  const canReturn = !isReport && (state === 'waiting' || state === 'approved');
  const decide = async (outcome: 'approved' | 'returned') => {
    setBusy(true);
    const reasons = wrong.flatMap(([field, { reason, words: added }]) =>
      outcome === 'approved' || reason === null ? [] : [{ field, reason, words: added }],
    );
    const { id: reviewId, version } = review;
    const result = await reviews.decide({ reviewId, version, outcome, reasons });
    setBusy(false);
    ui.toast(result.ok ? words.decided : wordFailure(result.error));
  };
  const cardOf = (field: Review['fields'][number]) => (
    <FieldCard
      key={field.field}
      field={field}
      label={labelOf(field.field)}
      noteLabel={review.kind === 'words' ? words.addedHere : words.added}
      fault={faults[field.field] ?? null}
      isOpen={canReturn}
      onFault={(fault) => {
        const { [field.field]: _before, ...others } = faults;
        setFaults(fault === null ? others : { ...others, [field.field]: fault });
      }}
    />
  );
  return (
    <PageFrame
      {...(canReturn
        ? {
            footer:
              wrong.length > 0 ? (
                <Button isBusy={isBusy} isDisabled={!isReady} onTap={() => void decide('returned')}>
                  {words.giveBack(wrong.length)}
                </Button>
              ) : (
                <Button
                  kind="primary"
                  isBusy={isBusy}
                  isDisabled={!canApprove}
                  onTap={() => void decide('approved')}
                >
                  {words.approve}
                </Button>
              ),
          }
        : {})}
    >
      <Card>
        <Row
          title={words.receipt(receipt)}
          note={[
            checkedOn === null
              ? words.never
              : words.before(wordChinaDay(checkedOn, ui.now, reader.lang)),
            words.now(wordInstant(submittedAt, ui.now, reader), changed.length),
          ].join(' · ')}
        />
        <Row title={words.view} onTap={() => ui.open(PATHS.shop.url({ id: review.shopId }))} />
      </Card>
      {isReport && <ReportDecision review={review} />}
      {!isReport && changed.map(cardOf)}
      {!isReport && same.length > 0 && (
        <View className="hl-footnote">{words.unchanged(same.length)}</View>
      )}
      {!isReport && same.map(cardOf)}
      <Log reviews={[review, ...earlier]} />
      {!canReturn && !isReport && <View className="hl-footnote">{words.closed}</View>}
    </PageFrame>
  );
});

interface FieldCardProps {
  field: Review['fields'][number];
  label: string;
  /** Says who reads what the verifier adds. */
  noteLabel: string;
  fault: Fault | null;
  isOpen: boolean;
  onFault: (fault: Fault | null) => void;
}

/** A field as it was approved and as it was handed in, and whether it is right. */
function FieldCard({
  field: { value, before, hints },
  label,
  noteLabel,
  fault,
  isOpen,
  onFault,
}: FieldCardProps) {
  const t = useText();
  const { verifier: words, verification } = useVerifierText();
  const values: Readonly<Record<string, string>> = { ...t.common.legalForm, ...t.common.place };
  const word = (text: string | null): string => (text === null ? '—' : (values[text] ?? text));
  return (
    <Card title={label}>
      <View className="review__pair">
        <View className="review__value review__value--before">{word(before)}</View>
        <View className={value === before ? 'review__value' : 'review__value review__value--new'}>
          {word(value)}
        </View>
      </View>
      {hints.length > 0 && (
        <View className="review__hint">{words.hints(hints.join(t.incentive.listSeparator))}</View>
      )}
      {isOpen && (
        <ChoiceField
          label={label}
          options={[
            { value: 'right', label: words.right },
            { value: 'wrong', label: words.wrong },
          ]}
          value={fault === null ? 'right' : 'wrong'}
          onChange={(choice) => onFault(choice === 'right' ? null : { reason: null, words: '' })}
        />
      )}
      {fault !== null && (
        <>
          <ChoiceField
            label={words.reason}
            options={RETURN_REASONS.map((reason) => ({
              value: reason,
              label: verification.reason[reason],
            }))}
            value={fault.reason}
            onChange={(reason) => onFault({ ...fault, reason })}
          />
          <TextField
            label={noteLabel}
            value={fault.words}
            isLong
            onChange={(added) => onFault({ ...fault, words: added })}
          />
        </>
      )}
    </Card>
  );
}

/** Who decided what about the store, latest first. */
const Log = observer(function Log({ reviews }: { reviews: readonly Review[] }) {
  const { ui } = useStores();
  const reader = useReader();
  const { verifier: words, verification, report } = useVerifierText();
  const labelOf = useFieldLabel(reviews[0]?.kind ?? 'identity');
  const lines = reviews.flatMap(({ id, decisions }) =>
    [...decisions].reverse().map((decision) => ({ id, ...decision })),
  );
  if (lines.length === 0) return null;
  return (
    <Card title={words.log}>
      {lines.map(({ id, outcome, name, at, reasons }) => (
        <Row
          key={`${id}${at}`}
          title={report.by[outcome](name)}
          note={
            reasons.length === 0
              ? null
              : reasons
                  .map(({ field, reason, words: added }) =>
                    [labelOf(field), verification.reason[reason], added]
                      .filter((part) => part !== '')
                      .join(' '),
                  )
                  .join(' · ')
          }
          value={wordInstant(at, ui.now, reader)}
        />
      ))}
    </Card>
  );
});
