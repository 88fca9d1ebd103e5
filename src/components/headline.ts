import { type Forecast, isOfRecords } from '../domain/forecast/types';
import {
  isUnsettled,
  safetyOf,
  standingOn,
  type AwardAnswer,
  type AwardRule,
  type ConditionAnswer,
} from '../domain/incentive';
import { formatMoney } from '../domain/money';
import type { Settlement } from '../domain/settlement';
import { useLang, useText, wordDays } from '../i18n';
import { ownConditions } from '../domain/incentive/standing';
import {
  type Facts,
  useBlockerText,
  useConditionText,
  useMetricText,
  usePassedText,
} from './tier-words';

/** The sentences above the road. */
export interface Headline {
  /**
   * What blocks the next tier, and by how much; where the tier below is passed on money that may
   * come back, or is the last, that the figures pass it and what a person has not confirmed.
   */
  main: string;
  /**
   * When the next tier is reached at today's pace, or why that is not said; or from when the tier
   * that is reached today is safe. Never both: two dates beside one figure are mistaken for each
   * other. Where nothing can be said of the next tier, the reason. null in other years.
   */
  pace: string | null;
}

/** Words of when a tier is passed, by a forecast. */
function usePaceText(): (forecast: Forecast | null, tierId: string) => string | null {
  const lang = useLang();
  const words = useText().incentive.outlook;
  return (forecast, tierId) => {
    if (forecast === null) return null;
    if (forecast.kind === 'declined') {
      const { reason } = forecast;
      return isOfRecords(reason) ? words.declined[reason] : null;
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

/** Names what blocks the next tier, whichever condition it is, by the road's own figure. */
export function useHeadline(
  facts: Facts = [],
): (award: AwardAnswer, rule: AwardRule, details: HeadlineDetails) => Headline {
  const lang = useLang();
  const paceText = usePaceText();
  const safetyText = useSafetyText();
  const blockerText = useBlockerText(facts);
  const passedText = usePassedText();
  const text = useConditionText(facts);
  const { name } = useMetricText(facts);
  const words = useText().incentive;
  return (award, rule, { year, forecast = null, settlement = null }) => {
    const own = ownConditions(award);
    const nameOf = (tierId: string): string =>
      rule.tiers.find((tier) => tier.tierId === tierId)?.name[lang] ?? tierId;
    const low = own[0]?.condition.low ?? null;
    if (low === null) {
      return { main: words.headline.nothing(name(award.metric), year), pace: null };
    }
    const { blocker, reached } = standingOn(award);
    const main = blocker && blockerText(blocker, award.metric, nameOf(blocker.tierId));
    if (blocker && blocker.condition.metric !== award.metric) {
      const amount = own.find(({ tierId }) => tierId === blocker.tierId)?.condition;
      const safety = amount && settlement && safetyText(amount, settlement);
      return { main: main ?? '', pace: joined(words.headline.amountPassed, safety) };
    }
    const passed = own.filter(({ condition }) => condition.answer === 'met').pop();
    const isOpen = passed !== undefined && isUnsettled(passed.condition);
    if (reached && (isOpen || blocker === null)) {
      const pace = isOpen && settlement ? safetyText(passed.condition, settlement) : null;
      return { main: passedText(reached, nameOf(reached.tierId)), pace };
    }
    if (blocker === null) return { main: '', pace: null };
    const { condition, by, tierId } = blocker;
    const why = condition.missing && words.missing[condition.missing];
    const pace =
      by === 'range'
        ? joined(why, words.headline.atMost(text.gap(condition)))
        : paceText(forecast, tierId);
    return { main: main ?? '', pace };
  };
}

/** Two parts of one line; either may be missing. */
function joined(...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
