import {
  type Answer,
  type Blocker,
  blockerOfTier,
  type ConditionAnswer,
  type Confirmations,
  confirmationsOf,
  type FactRule,
  metricOf,
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

/** The facts that a rule set defines: they name figures that the interface has no words for. */
export type Facts = readonly Pick<FactRule, 'fact' | 'label' | 'unit'>[];

/** Names of figures, and where they come from. */
export function useMetricText(facts: Facts = []) {
  const lang = useLang();
  const words = useText().incentive;
  const shared: Readonly<Record<string, string | undefined>> = words.metric;
  const kindOf = (metric: MetricId) => {
    const { figure } = metricOf(metric);
    return figure === 'net_sales' || figure === 'followers' ? figure : 'declared';
  };
  return {
    name: (metric: MetricId): string => {
      const { form, figure } = metricOf(metric);
      const label = facts.find(({ fact }) => fact === figure)?.label?.[lang];
      const name = shared[figure] ?? label ?? words.metricBasis.declared;
      return form === 'value' ? name : words.metricForm[form](name);
    },
    kindOf,
    basis: (metric: MetricId): string => words.metricBasis[kindOf(metric)],
    formula: (metric: MetricId): string => words.metricFormula[kindOf(metric)],
  };
}

/** Words for the figure a condition is held against, its bounds included. */
export function useConditionText(facts: Facts = []) {
  const lang = useLang();
  const words = useText().incentive;
  const unitOf = (metric: MetricId): string | undefined => {
    const { figure } = metricOf(metric);
    return facts.find(({ fact }) => fact === figure)?.unit?.[lang];
  };
  const inUnit = (text: string, { unit, metric }: Pick<ConditionAnswer, 'unit' | 'metric'>) =>
    unit === 'count' ? [text, unitOf(metric)].filter(Boolean).join(' ') : text;
  const amount = (value: number, condition: Pick<ConditionAnswer, 'unit' | 'metric'>): string => {
    switch (condition.unit) {
      case 'fen':
        return formatMoney(value, lang);
      case 'basis_points':
        return percentText(value);
      case 'places':
        return words.figure.place(value);
      default:
        return inUnit(formatCount(value, lang), condition);
    }
  };
  const gap = (condition: BlockingCondition): string => {
    const { gap: missing, unit, comparator } = condition;
    const format = unit === 'fen' ? formatMoneyGap : formatCountGap;
    return inUnit(format(missing ?? 0, lang, comparator === 'more_than'), condition);
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
    /** By how much a known figure is above its threshold; null where it is not. */
    over: (condition: ConditionAnswer): string | null => {
      const { low, threshold, unit } = condition;
      if (low === null || low <= threshold || unit === 'places') return null;
      return words.condition.over(amount(low - threshold, condition));
    },
    /** What growth is measured from, and the figure that is needed; null for other conditions. */
    growth: (condition: ConditionAnswer): string | null => {
      const { growth, threshold } = condition;
      if (!growth) return null;
      const { low, high, basisPoints } = growth;
      const before =
        low === high
          ? amount(low, condition)
          : words.figure.range(amount(low, condition), amount(high, condition));
      return words.condition.growth(before, percentText(basisPoints), amount(threshold, condition));
    },
  };
}

/** Basis points as percent, exactly. */
const percentText = (basisPoints: number): string => `${basisPoints / 100}%`;

/** What of a condition is missing, with its unit: `60万`, `1 个粉丝`. */
export function useMissingText(
  facts: Facts = [],
): (condition: BlockingCondition, metric: MetricId) => string {
  const words = useText().incentive;
  const text = useConditionText(facts);
  const { name } = useMetricText(facts);
  return (condition, metric) => {
    const gap = text.gap(condition);
    if (condition.metric === metric) return gap;
    return condition.metric === 'followers'
      ? words.headline.followers(gap)
      : words.headline.other(gap, name(condition.metric));
  };
}

/** The sentence that names what blocks a tier, the same on every screen. */
export function useBlockerText(
  facts: Facts = [],
): (blocker: Blocker, metric: MetricId, tier: string) => string {
  const words = useText().incentive;
  const missingText = useMissingText(facts);
  const { name } = useMetricText(facts);
  return ({ condition, by }, metric, tier) => {
    if (by === 'unread') return words.headline.unread(tier, name(condition.metric));
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
export function useTierText(facts: Facts = []): (tier: TierAnswer, metric: MetricId) => string {
  const words = useText().incentive;
  const passedText = usePassedText();
  const missingText = useMissingText(facts);
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
