import {
  type Answer,
  type Blocker,
  blockerOfTier,
  type ConditionAnswer,
  type Confirmations,
  confirmationsOf,
  type MetricId,
  type TierAnswer,
} from '../domain/incentive';
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
      if (award.kind === 'fixed') return words.award.upTo(formatMoney(award.amountFen, lang));
      if (award.kind === 'none') return words.award.none;
      if (award.kind === 'unknown' || award.capFen === null) return words.award.unknown;
      return words.award.upTo(formatMoney(award.capFen, lang));
    },
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

/** What of a condition is missing, with its unit: `60万`, `1 个粉丝`. */
export function useMissingText(): (condition: BlockingCondition, metric: MetricId) => string {
  const words = useText().incentive;
  const text = useConditionText();
  return (condition, metric) => {
    const gap = text.gap(condition);
    if (condition.metric === metric) return gap;
    return condition.metric === 'followers'
      ? words.headline.followers(gap)
      : words.headline.other(gap, words.metric[condition.metric]);
  };
}

/** The sentence that names what blocks a tier, the same on every screen. */
export function useBlockerText(): (blocker: Blocker, metric: MetricId, tier: string) => string {
  const words = useText().incentive;
  const missingText = useMissingText();
  return ({ condition, by }, metric, tier) => {
    if (by === 'unread') return words.headline.unread(tier, words.metric[condition.metric]);
    if (by === 'range') return words.headline.cannotTell(tier);
    const missing = missingText(condition, metric);
    if (condition.metric !== metric) return words.headline.blocked(tier, missing);
    return by === 'short'
      ? words.headline.gap(tier, missing)
      : words.headline.gapAtMost(tier, missing);
  };
}

/** What a person has not confirmed of a tier: "2 to confirm", "1 stated as no"; empty: nothing. */
export function useOpenText(): (confirmations: Confirmations) => string[] {
  const { passed } = useText().incentive;
  return ({ unanswered, denied }) => [
    ...(unanswered > 0 ? [passed.unanswered(unanswered)] : []),
    ...(denied > 0 ? [passed.denied(denied)] : []),
  ];
}

/**
 * The words for a tier that the figures pass, with what a person has not confirmed: "by the figures;
 * 2 to confirm". The same on every screen; the tier is left out where it stands beside.
 */
export function usePassedText(): (confirmations: Confirmations, tier?: string) => string {
  const { passed } = useText().incentive;
  const openText = useOpenText();
  return (confirmations, tier) =>
    [tier === undefined ? passed.short : passed.tier(tier), ...openText(confirmations)].join(
      passed.separator,
    );
}

/** The answer of one tier in short, beside its name: passed with what is open, or what is missing. */
export function useTierText(): (tier: TierAnswer, metric: MetricId) => string {
  const words = useText().incentive;
  const passedText = usePassedText();
  const missingText = useMissingText();
  return (tier, metric) => {
    if (tier.byFigures === 'met') return passedText(confirmationsOf(tier.toConfirm));
    const blocker = blockerOfTier(tier, metric);
    if (tier.byFigures === 'cannot_tell' || blocker === null) return words.answer[tier.byFigures];
    const missing = missingText(blocker.condition, metric);
    return blocker.by === 'short'
      ? words.condition.gap(missing)
      : words.condition.gapAtMost(missing);
  };
}
