import type { Answer, ConditionAnswer, TierAnswer } from '../domain/incentive';
import { formatCount, formatCountGap, formatMoney, formatMoneyGap } from '../domain/money';
import { useLang, useText } from '../i18n';
import type { StatusShape } from './status-mark';

const SHAPES: Record<Answer, StatusShape> = { met: 'yes', not_met: 'no', cannot_tell: 'question' };

/** The mark of an answer. */
export const answerShape = (answer: Answer): StatusShape => SHAPES[answer];

/** Words for what a tier is worth and for its answer: always "up to", never a promise. */
export function useAwardText() {
  const lang = useLang();
  const words = useText().incentive;
  return {
    award: ({ award }: TierAnswer): string => {
      if (award.kind === 'fixed') return words.award.fixed(formatMoney(award.amountFen, lang));
      if (award.kind === 'none') return words.award.none;
      if (award.kind === 'unknown' || award.capFen === null) return words.award.unknown;
      return words.award.upTo(formatMoney(award.capFen, lang));
    },
    answer: (answer: Answer): string => words.answer[answer],
  };
}

/** Words for the figure a condition is held against, its bounds included. */
export function useConditionText() {
  const lang = useLang();
  const words = useText().incentive;
  const amount = (value: number, { unit }: Pick<ConditionAnswer, 'unit'>): string =>
    unit === 'fen' ? formatMoney(value, lang) : formatCount(value, lang);
  const gap = ({ gap: missing, unit, comparator }: ConditionAnswer): string => {
    const format = unit === 'fen' ? formatMoneyGap : formatCountGap;
    return format(missing ?? 0, lang, comparator === 'more_than');
  };
  return {
    amount,
    /** What is missing, rounded up. */
    gap,
    value: (condition: ConditionAnswer): string => {
      const { low, high } = condition;
      if (low === null) return '—';
      if (high === null) return words.figure.atLeast(amount(low, condition));
      if (high === low) return amount(low, condition);
      return words.figure.range(amount(low, condition), amount(high, condition));
    },
  };
}
