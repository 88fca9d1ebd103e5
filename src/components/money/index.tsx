import { View } from '@tarojs/components';
import { useState } from 'react';

import type { Lang } from '../../domain/lang';
import { formatCount, formatMoney, formatMoneyChange, formatMoneyExact } from '../../domain/money';
import { group } from '../../domain/money/format';
import { useLang, useText } from '../../i18n';
import { Sheet } from '../sheet';
import './index.css';

/** What a person may want to know of a figure, one tap away. */
export interface FigureInfo {
  /** What the figure is: "net sales". */
  label: string;
  /** Where it comes from. */
  basis: string;
  /** The period the figure covers. */
  period: string;
  /** How it is worked out, if it is. */
  formula?: string;
}

/** Props of {@link Money}. */
export interface MoneyProps {
  /** In fen, or in the other `unit`; null is unknown and never shown as 0. */
  amount: number | null;
  /** The upper bound where only a range is known; `amount` is then the lower one. */
  high?: number | null;
  info: FigureInfo;
  unit?: 'fen' | 'followers' | 'count';
  /** Why it is unknown; a dash alone says too little. */
  whyUnknown?: string;
  size?: 'body' | 'section' | 'figure' | 'hero';
  /** A difference carries its sign. */
  isChange?: boolean;
  /** For figures that are added up on one screen: written to the fen; `whole`: which `.00` is not. */
  isExact?: boolean | 'whole';
}

/** A figure in short; a tap shows it exactly, with its basis and period. */
export function Money(props: MoneyProps) {
  const { amount, high = amount, info, unit = 'fen', size = 'body' } = props;
  const [isOpen, setOpen] = useState(false);
  const lang = useLang();
  const words = useText().incentive.figure;
  const format = (value: number): string => {
    if (unit !== 'fen') return formatCount(value, lang);
    if (props.isExact === 'whole') return wholeRange({ low: value, high: value });
    if (props.isExact) return formatMoneyExact(value);
    return props.isChange ? formatMoneyChange(value, lang) : formatMoney(value, lang);
  };
  const low = amount === null ? '—' : format(amount);
  const top = amount === null || high === null || high === amount ? null : format(high);
  return (
    <View className="hl-money">
      <View
        className={`hl-money__figure hl-money__figure--${size}`}
        role="button"
        ariaLabel={`${info.label} ${top === null ? low : `${low} – ${top}`}. ${words.tapHint}`}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        {top === null ? low : <Bounds low={low} high={top} />}
      </View>
      {isOpen && <FigureSheet {...props} onClose={() => setOpen(false)} />}
    </View>
  );
}

/** The exact figure, with its meaning, its source and its period. */
export function FigureSheet(
  props: Pick<MoneyProps, 'amount' | 'high' | 'info' | 'unit' | 'whyUnknown'> & {
    onClose: () => void;
  },
) {
  const { amount, high = amount, info, unit = 'fen', onClose } = props;
  const words = useText().incentive.figure;
  return (
    <Sheet isOpen onClose={onClose} closeLabel={words.close} title={info.label}>
      <View className="hl-money__exact">{exactText(amount, high, unit, words)}</View>
      {(amount === null || amount !== high) && props.whyUnknown !== undefined && (
        <View className="hl-money__why">{props.whyUnknown}</View>
      )}
      <InfoLine label={words.period} text={info.period} />
      <InfoLine label={words.basis} text={info.basis} />
      {info.formula !== undefined && <InfoLine label={words.formula} text={info.formula} />}
    </Sheet>
  );
}

/** Two written bounds. Where a line is too short, it ends between them, never inside a figure. */
function Bounds({ low, high }: { low: string; high: string }) {
  return (
    <View className="hl-bounds">
      <View className="hl-bounds__figure">{`${low} `}</View>
      <View className="hl-bounds__figure">{`– ${high}`}</View>
    </View>
  );
}

/** A net as `write` writes it: one figure, or its lower and upper bound; a dash where it is unknown. */
export function NetFigure(props: {
  net: { low: number; high: number | null } | null;
  write: (fen: number) => string;
}) {
  const { net, write } = props;
  const { unknown } = useText().common.money;
  if (net === null) return <>{unknown}</>;
  const { low, high } = net;
  if (high === null || low === high) return <View className="hl-bounds__figure">{write(low)}</View>;
  return <Bounds low={write(low)} high={write(high)} />;
}

/** A net in short: one figure, or its lower and upper bound. */
export function rangeText({ low, high }: { low: number; high: number | null }, lang: Lang): string {
  const from = formatMoney(low, lang);
  return high === null || high === low ? from : `${from}–${formatMoney(high, lang)}`;
}

/** A net to the fen: one figure, or its lower and upper bound. */
export function exactRange({ low, high }: { low: number; high: number | null }): string {
  const from = formatMoneyExact(low);
  return high === null || high === low ? from : `${from} – ${formatMoneyExact(high)}`;
}

/** The same for a list: yuan alone where no amount of it has fen. Exact all the same. */
export function wholeRange(net: { low: number; high: number | null }): string {
  return exactRange(net).replace(/\.00(?!\d)/g, '');
}

interface ExactWords {
  unknown: string;
  people: (count: string) => string;
}

function exactText(
  amount: number | null,
  high: number | null,
  unit: NonNullable<MoneyProps['unit']>,
  words: ExactWords,
) {
  if (amount === null) return words.unknown;
  if (unit === 'fen') return <NetFigure net={{ low: amount, high }} write={formatMoneyExact} />;
  const count = group(String(amount));
  return unit === 'count' ? count : words.people(count);
}

function InfoLine({ label, text }: { label: string; text: string }) {
  return (
    <View className="hl-money__line">
      <View className="hl-money__line-label">{label}</View>
      <View className="hl-money__line-text">{text}</View>
    </View>
  );
}
