import type { PlanOutlook } from '../../domain/forecast';
import type { AwardAnswer } from '../../domain/incentive';
import { standingOn } from '../../domain/incentive/standing';
import { useLang, useText, wordDays } from '../../i18n';

/** More sessions than this are no plan for a year. */
const MAX_FURTHER = 60;

/**
 * When the planned sessions reach the next tier, or how many more like the median would; null where an
 * amount is not what blocks it, or the number is out of reach.
 */
export function usePlanText(award: AwardAnswer, plan: PlanOutlook | null): string | null {
  const lang = useLang();
  const t = useText();
  const { blocker } = standingOn(award);
  if (plan === null || blocker?.condition.metric !== award.metric) return null;
  const crossing = plan.crossings.find(({ id }) => id === blocker.tierId);
  if (!crossing) return null;
  const { likely, further } = crossing;
  const weekday = plan.weekday === null ? null : t.common.day.weekday(plan.weekday);
  const words = t.incentive.outlook.plan;
  if (likely !== null) return words.reaches(plan.sessions, weekday, wordDays(likely, likely, lang));
  return further <= MAX_FURTHER ? words.further(plan.sessions, further) : null;
}
