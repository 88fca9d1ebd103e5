import type { Forecast } from '../domain/forecast';
import {
  isUnsettled,
  safetyOf,
  type AwardAnswer,
  type AwardRule,
  type ConditionAnswer,
} from '../domain/incentive';
import { formatMoney } from '../domain/money';
import type { Settlement } from '../domain/settlement';
import { useLang, useText, wordDays } from '../i18n';
import { useConditionText } from './tier-words';

/** The sentences above the road. */
export interface Headline {
  /**
   * How far the next tier is, by the amount the tiers rise with; where the tier below is reached on
   * money that may come back, that it is reached today.
   */
  main: string;
  /**
   * When the next tier is reached at today's pace, or why that is not said; or from when the tier
   * that is reached today is safe. Never both: two dates beside one figure are mistaken for each
   * other. null in other years.
   */
  pace: string | null;
  /** The conditions still open in a tier whose amount is reached. */
  open: string | null;
}

/** Words of when a tier is passed, by a forecast. */
function usePaceText(): (forecast: Forecast | null, tierId: string) => string | null {
  const lang = useLang();
  const words = useText().incentive.outlook;
  return (forecast, tierId) => {
    if (forecast === null) return null;
    if (forecast.kind === 'declined') {
      const { reason } = forecast;
      return reason === 'too_little_history' || reason === 'nothing_sold_lately'
        ? words.declined[reason]
        : null;
    }
    const crossing = forecast.crossings.find(({ id }) => id === tierId);
    if (!crossing) return null;
    const { earliest, latest } = crossing;
    if (earliest === null) return words.notThisYear;
    if (latest === null) return words.mayReach(wordDays(earliest, earliest, lang));
    return words.reaches(wordDays(earliest, latest, lang));
  };
}

/** From when a tier that is reached today is safe; null where it is reached by settled money. */
function useSafetyText(): (condition: ConditionAnswer, settlement: Settlement) => string | null {
  const lang = useLang();
  const words = useText().incentive.safety;
  return (condition, settlement) => {
    const safety = safetyOf(condition, settlement);
    if (safety === null) return null;
    const back = formatMoney(settlement.expectedReturnFen, lang);
    switch (safety.kind) {
      case 'from': {
        const day = wordDays(safety.on, safety.on, lang);
        return (safety.isAssumed ? words.fromAssumed : words.from)(back, day);
      }
      case 'may_fall':
        return words.mayFall(back);
      case 'cannot_tell':
        return words.cannotTell;
    }
  };
}

/** What the sentences depend on beside the answer. */
export interface HeadlineDetails {
  readonly year: number;
  /** How the year may go on; null or absent where nothing says. */
  readonly forecast?: Forecast | null;
  /** What may still come back; null or absent while it is not known. */
  readonly settlement?: Settlement | null;
}

/**
 * Says how far it is to the next tier, by the road's own figure; other conditions are named apart,
 * so that an amount beyond a sign is never read as a tier that is reached.
 */
export function useHeadline(): (
  award: AwardAnswer,
  rule: AwardRule,
  details: HeadlineDetails,
) => Headline {
  const lang = useLang();
  const paceText = usePaceText();
  const safetyText = useSafetyText();
  const words = useText().incentive;
  const text = useConditionText();
  return (award, rule, { year, forecast = null, settlement = null }) => {
    const tiers = award.tiers.flatMap((tier) => {
      const own = tier.conditions.find(({ metric }) => metric === award.metric);
      const name = rule.tiers.find(({ tierId }) => tierId === tier.tierId)?.name[lang];
      return own && name !== undefined ? [{ tier, own, name }] : [];
    });
    const low = tiers[0]?.own.low ?? null;
    if (low === null) {
      const main = words.headline.nothing(words.metric[award.metric], year);
      return { main, pace: null, open: null };
    }
    const ahead = tiers.find(({ own }) => own.answer !== 'met');
    const passed = tiers.filter(({ own }) => own.answer === 'met').pop();
    const lacking = passed?.tier.conditions.filter(({ answer }) => answer !== 'met') ?? [];
    const names = lacking.map(({ metric }) => words.metric[metric]).join(words.listSeparator);
    const open = passed && names !== '' ? words.headline.othersOpen(passed.name, names) : null;
    if (passed && isUnsettled(passed.own)) {
      const say = open === null ? words.safety.reached : words.safety.amountReached;
      const pace = settlement && safetyText(passed.own, settlement);
      return { main: say(passed.name), pace, open };
    }
    const gap = ahead ? text.gap(ahead.own) : '';
    const say = ahead?.own.low === ahead?.own.high ? words.headline.gap : words.headline.gapAtMost;
    return {
      main: ahead ? say(ahead.name, gap) : words.headline.top(passed?.name ?? ''),
      pace: ahead ? paceText(forecast, ahead.tier.tierId) : null,
      open,
    };
  };
}
