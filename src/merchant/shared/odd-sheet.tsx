import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import type { ApiError } from '../../contract/errors';
import type { Lang } from '../../domain/lang';
import { formatMoney, formatMoneyExact } from '../../domain/money';
import { findingsIn, type OddFinding, type Oddity } from '../../domain/sales/oddities';
import { minutesBetween } from '../../domain/time';
import { useLang, wordSpan } from '../../i18n';
import { type MerchantMessages, useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import './odd-sheet.css';

/** Props of {@link OddSheet}. */
export interface OddSheetProps {
  /** The last refusal; the sheet is open while it asks something. */
  error: ApiError | null;
  /** As typed, fen; null where no amount is entered. */
  amountFen: number | null;
  /** Whether the amount is of a session; else of a day. */
  isSession: boolean;
  /** Puts another amount into the form. */
  onChange: (amountFen: number) => void;
  /** Sends again, with this confirmed. */
  onConfirm: (oddity: Oddity) => void;
  onClose: () => void;
}

/** An amount drawn to scale. */
interface Bar {
  label: string;
  fen: number;
  /** Words beside it. */
  note: string;
  isAsked?: boolean;
}

/** To the fen, the fen only where there are any: `¥270,000`. */
function exact(fen: number): string {
  return formatMoneyExact(fen).replace(/\.00$/, '');
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
      return words.sameAmount[isSession ? 'session' : 'day'](ago, exact(fen));
    }
    case 'refunds_above_paid':
      return words.refunds(exact(finding.paidFen), exact(finding.refundedFen));
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

/** Asks once about what looks like a slip: nothing is stored yet, and all answers are equal. */
export const OddSheet = observer(function OddSheet(props: OddSheetProps) {
  const { error, amountFen, isSession, onChange, onConfirm, onClose } = props;
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantMoney.odd;
  const [finding] = findingsIn(error?.info ?? {});
  if (finding === undefined) return null;
  const { oddity } = finding;
  const wording = { amountFen, isSession, now: ui.now, lang, t };
  const bars = barsOf(finding, wording);
  const tenth = oddity === 'far_above_usual' ? tenthOf(amountFen) : null;
  return (
    <Sheet
      isOpen
      title={words.title[oddity]}
      closeAt="foot"
      closeLabel={words.back}
      onClose={onClose}
    >
      <View className="mk-odd">
        {amountFen !== null && <View className="mk-odd__amount">{exact(amountFen)}</View>}
        <View className="mk-odd__why">{reasonOf(finding, wording)}</View>
        {bars.length > 0 && <Bars bars={bars} />}
        {tenth !== null && (
          <Button onTap={() => onChange(tenth)}>{words.change(exact(tenth))}</Button>
        )}
        <Button onTap={() => onConfirm(oddity)}>
          {words.save(amountFen === null ? '' : exact(amountFen)).trim()}
        </Button>
      </View>
    </Sheet>
  );
});
