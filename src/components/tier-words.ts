import type { Answer, Blocker, ConditionAnswer, MetricId, TierAnswer } from '../domain/incentive';
import type { BlockingCondition } from '../domain/incentive/standing';
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
  const gap = ({ gap: missing, unit, comparator }: BlockingCondition): string => {
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

/** The sentence that names what blocks a tier, the same on every screen. */
export function useBlockerText(): (blocker: Blocker, metric: MetricId, tier: string) => string {
  const words = useText().incentive;
  const text = useConditionText();
  return ({ condition, by }, metric, tier) => {
    const gap = text.gap(condition);
    if (by === 'unread') return words.headline.unread(tier, words.metric[condition.metric]);
    if (by === 'range') return words.headline.cannotTell(tier);
    if (condition.metric !== metric) {
      const missing =
        condition.metric === 'followers'
          ? words.headline.followers(gap)
          : words.headline.other(gap, words.metric[condition.metric]);
      return words.headline.blocked(tier, missing);
    }
    return by === 'short' ? words.headline.gap(tier, gap) : words.headline.gapAtMost(tier, gap);
  };
}
