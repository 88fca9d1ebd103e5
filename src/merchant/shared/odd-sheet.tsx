import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import type { ApiError } from '../../contract/errors';
import type { Lang } from '../../domain/lang';
import { formatMoney, formatMoneyPlain } from '../../domain/money';
import { findingsIn, type OddFinding } from '../../domain/sales/oddities';
import { minutesBetween } from '../../domain/time';
import { useLang, wordSpan } from '../../i18n';
import { type MerchantMessages, useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import './odd-sheet.css';

/** What the sheet needs of a form. */
interface AskedDraft {
  /** The last refusal; the sheet is open while it asks something. */
  readonly error: ApiError | null;
  readonly fields: Pick<SalesDraft['fields'], 'confirmed'>;
  set(change: Partial<AskedDraft['fields']>): void;
}

/** Props of {@link OddSheet}. */
export interface OddSheetProps {
  draft: AskedDraft;
  /** As typed, fen; null where no amount is entered. */
  amountFen: number | null;
  /** Whether the amount is of a session; else of a day. */
  isSession: boolean;
  /** Puts another amount into the form. */
  onChange: (amountFen: number) => void;
  /** Sends again, with what was asked confirmed. */
  onSend: () => void;
}

/** An amount drawn to scale. */
interface Bar {
  label: string;
  fen: number;
  /** Words beside it. */
  note: string;
  isAsked?: boolean;
}

/** The amount as it would be with one zero less; null where that is no whole number of yuan. */
function tenthOf(fen: number | null): number | null {
  return fen === null || fen === 0 || fen % 1000 !== 0 ? null : fen / 10;
}

interface Wording {
  amountFen: number | null;
  isSession: boolean;
  now: string;
  lang: Lang;
  t: MerchantMessages;
}

function reasonOf(finding: OddFinding, { amountFen, isSession, now, lang, t }: Wording): string {
  const words = t.merchantMoney.odd;
  const fen = amountFen ?? 0;
  switch (finding.oddity) {
    case 'far_above_usual': {
      const { usualFen, sessionCount } = finding;
      const times = Math.floor(fen / usualFen);
      return words.farAbove(sessionCount, formatMoney(usualFen, lang), times);
    }
    case 'same_amount_again': {
      const ago = t.common.span.ago(wordSpan(minutesBetween(finding.recordedAt, now), t));
      return words.sameAmount[isSession ? 'session' : 'day'](ago, formatMoneyPlain(fen));
    }
    case 'refunds_above_paid':
      return words.refunds(
        formatMoneyPlain(finding.paidFen),
        formatMoneyPlain(finding.refundedFen),
      );
    case 'backfilled_twice':
      return words.twice(finding.title, amountFen !== null);
  }
}

function barsOf(finding: OddFinding, { amountFen, lang, t }: Wording): Bar[] {
  const { bars, oneZeroMore } = t.merchantMoney.odd;
  if (finding.oddity === 'far_above_usual') {
    const { usualFen: fen } = finding;
    const tenth = tenthOf(amountFen);
    return [
      { label: bars.usual, fen, note: formatMoney(fen, lang) },
      ...(tenth === null
        ? []
        : [{ label: formatMoney(tenth, lang), fen: tenth, note: oneZeroMore }]),
      { label: bars.this, fen: amountFen ?? 0, note: '', isAsked: true },
    ];
  }
  if (finding.oddity !== 'refunds_above_paid') return [];
  const { paidFen, refundedFen } = finding;
  return [
    { label: bars.paid, fen: paidFen, note: '' },
    { label: bars.refunded, fen: refundedFen, note: '', isAsked: true },
  ];
}

function Bars({ bars }: { bars: readonly Bar[] }) {
  const widest = Math.max(...bars.map(({ fen }) => fen));
  return (
    <View className="mk-odd__bars">
      {bars.map(({ label, fen, note, isAsked }) => (
        <View key={label} className="mk-odd__row">
          <View className="mk-odd__label">{label}</View>
          <View className="mk-odd__track">
            <View
              className={isAsked === true ? 'mk-odd__bar mk-odd__bar--asked' : 'mk-odd__bar'}
              style={{ width: `${String((fen / widest) * 100)}%` }}
            />
            {note !== '' && <View className="mk-odd__note">{note}</View>}
          </View>
        </View>
      ))}
    </View>
  );
}

/**
 * Asks once about what looks like a slip: nothing is stored yet, and all answers are equal. The form
 * stays as typed in any case.
 */
export const OddSheet = observer(function OddSheet(props: OddSheetProps) {
  const { draft, amountFen, isSession, onChange, onSend } = props;
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantMoney.odd;
  const [finding] = findingsIn(draft.error?.info ?? {});
  if (finding === undefined) return null;
  const { oddity } = finding;
  const wording = { amountFen, isSession, now: ui.now, lang, t };
  const bars = barsOf(finding, wording);
  const tenth = oddity === 'far_above_usual' ? tenthOf(amountFen) : null;
  const handleConfirm = (): void => {
    draft.set({ confirmed: [...draft.fields.confirmed, oddity] });
    onSend();
  };
  return (
    <Sheet
      isOpen
      title={words.title[oddity]}
      closeAt="foot"
      closeLabel={words.back}
      onClose={() => draft.set({})}
    >
      <View className="mk-odd">
        {amountFen !== null && (
          <View className="mk-odd__amount">{formatMoneyPlain(amountFen)}</View>
        )}
        <View className="mk-odd__why">{reasonOf(finding, wording)}</View>
        {bars.length > 0 && <Bars bars={bars} />}
        {tenth !== null && (
          <Button onTap={() => onChange(tenth)}>{words.change(formatMoneyPlain(tenth))}</Button>
        )}
        <Button onTap={handleConfirm}>
          {words.save(amountFen === null ? '' : formatMoneyPlain(amountFen)).trim()}
        </Button>
      </View>
    </Sheet>
  );
});
