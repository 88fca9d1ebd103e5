import type { ShownMark } from '../../contract/console';
import type { LiveSession } from '../../contract/live-session';
import { type ConsoleMark, MOMENTS, READINGS } from '../../domain/console/marks';
import { formatMoneyPlain } from '../../domain/money';
import { group } from '../../domain/money/format';
import { useMerchantText } from '../../i18n/merchant';

/** The exact value of a reading: ¥ for a paid amount, a plain number for people and orders. */
export function wordReading({ kind, value }: Pick<ConsoleMark, 'kind' | 'value'>): string {
  if (value === null) return '—';
  return kind === 'paid' ? formatMoneyPlain(value) : group(String(value));
}

/** What a mark says, in one line. */
export function useMarkWords({ teasers }: Pick<LiveSession, 'teasers'>) {
  const words = useMerchantText().merchantConsole;
  return (mark: Pick<ShownMark, 'kind' | 'value'>): string => {
    const { kind, value } = mark;
    const reading = READINGS.find((each) => each === kind);
    if (reading !== undefined) {
      const text = value === null ? words.hidden : wordReading(mark);
      return `${words.reading[reading]} ${text}`;
    }
    const moment = MOMENTS.find((each) => each === kind);
    if (moment !== undefined) return words.moment[moment];
    const place = value ?? 0;
    return [words.nth(place + 1), teasers[place]?.name].filter(Boolean).join(' ');
  };
}
