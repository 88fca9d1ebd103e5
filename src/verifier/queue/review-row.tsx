import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Row } from '../../components/row';
import type { Review } from '../../contract/review';
import { minutesBetween } from '../../domain/time';
import { useReader, useText, wordChinaDay } from '../../i18n';
import { useFieldLabel, useVerifierText } from '../../i18n/verifier';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

const HOUR = 60;
const DAY = 24 * HOUR;

/** Why a review came, and what helps to know it. */
interface Cause {
  readonly what: string;
  readonly more: string | null;
  /** It was checked before, and is something else now. */
  readonly isChange?: boolean;
}

/** Why reviews came, in words. */
function useCause(): (review: Review) => Cause {
  const { ui } = useStores();
  const t = useText();
  const { lang } = useReader();
  const { verifier: words, report, storeFacts } = useVerifierText();
  const labelOf = {
    identity: useFieldLabel('identity'),
    words: useFieldLabel('words'),
    report: useFieldLabel('report'),
  };
  const reasons: Readonly<Record<string, string>> = report.reason;
  const forms: Readonly<Record<string, string>> = storeFacts.legalForm;
  return ({ kind, fields, attempt, checkedOn }) => {
    const valueOf = (name: string): string =>
      fields.find(({ field }) => field === name)?.value ?? '';
    const changed = fields
      .filter(({ value, before }) => value !== before)
      .map(({ field }) => labelOf[kind](field))
      .join(t.incentive.listSeparator);
    if (kind === 'words') return { what: changed, more: null };
    if (kind === 'report') {
      return { what: reasons[valueOf('reason')] ?? report.title, more: valueOf('words') || null };
    }
    const form = forms[valueOf('legalForm')] ?? null;
    if (attempt > 1) return { what: words.again, more: words.attempt(attempt) };
    if (checkedOn === null) return { what: words.first, more: form };
    const before = words.before(wordChinaDay(checkedOn, ui.now, lang));
    return changed === ''
      ? { what: before, more: form }
      : { what: words.changed(changed), more: before, isChange: true };
  };
}

/** Something that waits, with how long. */
export const ReviewRow = observer(function ReviewRow({ review }: { review: Review }) {
  const { ui } = useStores();
  const reader = useReader();
  const { verifier: words } = useVerifierText();
  const causeOf = useCause();
  const { id, fields, receipt, dueOn, submittedAt, hold } = review;
  const { what, more, isChange = false } = causeOf(review);
  const waited = minutesBetween(submittedAt, ui.now);
  const howLong =
    waited >= DAY
      ? words.days(Math.floor(waited / DAY))
      : waited >= HOUR
        ? words.hours(Math.floor(waited / HOUR))
        : words.lessThanHour;
  return (
    <Row
      title={fields.find(({ field }) => field === 'name')?.value ?? fields[0]?.value ?? receipt}
      note={
        <>
          <View className="queue__cause">
            <View className={isChange ? 'queue__what queue__what--changed' : 'queue__what'}>
              {what}
            </View>
            {more !== null && <View className="queue__more">{more}</View>}
          </View>
          <View className="queue__receipt">{words.receipt(receipt)}</View>
          {hold !== null && !hold.isOwn && (
            <View className="queue__held">{words.held(hold.name)}</View>
          )}
        </>
      }
      value={
        <View className="queue__wait">
          {dueOn === null ? (
            <>
              <View className="queue__receipt">{words.waited}</View>
              <View className="queue__long">{howLong}</View>
            </>
          ) : (
            words.dueOn(wordChinaDay(dueOn, ui.now, reader.lang))
          )}
        </View>
      }
      onTap={() => ui.open(PATHS.review.url({ id }))}
    />
  );
});
