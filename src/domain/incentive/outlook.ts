import { forecast } from '../forecast/forecast';
import type { Forecast } from '../forecast/types';
import type { SalesPath } from '../forecast/path';
import { type PlanOutlook, planOutlook, type PlansAhead } from '../forecast/plans';
import type { PromotionId } from '../forecast/promotion-ids';
import type { ChinaDay } from '../time';
import { type ConditionTree, treeOf } from './answers';
import { isOfNet, metricOf } from './metrics';
import type { AwardAnswer, ConditionAnswer, Progress } from './progress';
import { neededFor } from './risk';

/**
 * The first sum, in fen, that passes each tier of an award; lowest first. A tier that no sum is known
 * to pass, because its growth is over an unknown year, has none.
 */
export function thresholdsOf(award: AwardAnswer): { id: string; neededFen: number }[] {
  return award.tiers.flatMap((tier) => {
    const neededFen = sumFor(treeOf(tier));
    return typeof neededFen === 'number' ? [{ id: tier.tierId, neededFen }] : [];
  });
}

/**
 * The least net by which the conditions on the net hold: of a group of which all must hold the
 * largest, of alternatives the smallest. `none`: no condition is on the net; `unknown`: no sum is
 * known.
 */
function sumFor(tree: ConditionTree<ConditionAnswer>): number | 'none' | 'unknown' {
  if (tree.kind === 'one') {
    const { metric, growth } = tree.condition;
    if (!isOfNet(metric)) return 'none';
    const isUnknown = metricOf(metric).form === 'growth' && growth === undefined;
    return isUnknown ? 'unknown' : neededFor(tree.condition);
  }
  const parts = tree.parts.map(sumFor);
  const sums = parts.filter((part) => typeof part === 'number');
  if (tree.kind === 'all' && parts.includes('unknown')) return 'unknown';
  if (sums.length > 0) return tree.kind === 'all' ? Math.max(...sums) : Math.min(...sums);
  return parts.includes('unknown') ? 'unknown' : 'none';
}

/** What a forecast needs beside the award. */
export interface OutlookInput {
  /** Net of each day; null where the days are not known. */
  readonly path: SalesPath | null;
  readonly today: ChinaDay;
  readonly year: number;
  /** Promotions in which the merchant does not take part. */
  readonly promotionsOff: readonly PromotionId[];
}

/**
 * The forecast along an award's tiers.
 * @returns null for awards that do not measure sales, and where the days are not known.
 */
export function outlookOf(award: AwardAnswer, input: OutlookInput): Forecast | null {
  const { path } = input;
  if (award.metric !== 'net_sales' || path === null) return null;
  return forecast({ ...input, path, thresholds: thresholdsOf(award) });
}

/** The forecast of one award of an answer. */
export interface AwardOutlook {
  readonly ruleSetKey: string;
  readonly awardId: string;
  readonly forecast: Forecast;
  /** When the planned sessions alone pass its tiers; null: not known. */
  readonly plan: PlanOutlook | null;
}

/**
 * The forecasts of all awards of an answer that measure sales. The year is forecast once: awards
 * differ only in their thresholds.
 * @param plans the planned sessions; null when they are not known.
 */
export function outlooksOf(
  schemes: readonly { readonly ruleSetKey: string; readonly progress: Progress }[],
  { path, ...input }: OutlookInput,
  plans: PlansAhead | null = null,
): AwardOutlook[] {
  if (path === null) return [];
  const asked = schemes.flatMap(({ ruleSetKey, progress }) =>
    progress.awards
      .filter(({ metric }) => metric === 'net_sales')
      .map((award) => ({ ruleSetKey, awardId: award.awardId, thresholds: thresholdsOf(award) })),
  );
  if (asked.length === 0) return [];
  const all = forecast({ ...input, path, thresholds: asked.flatMap((award) => award.thresholds) });
  let next = 0;
  return asked.map(({ ruleSetKey, awardId, thresholds }) => {
    const first = next;
    next += thresholds.length;
    const plan = plans && planOutlook({ ...input, path, thresholds, plans });
    if (all.kind === 'declined') return { ruleSetKey, awardId, forecast: all, plan };
    const crossings = all.crossings.slice(first, next);
    return { ruleSetKey, awardId, forecast: { ...all, crossings }, plan };
  });
}
