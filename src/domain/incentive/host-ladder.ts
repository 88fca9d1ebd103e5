import type { AwardAnswer, MissingReason } from './progress';
import { type Blocker, type BlockingCondition, type Standing, standingOn } from './standing';

/** One host on the ladder. Money in fen. */
export interface HostStanding {
  readonly hostId: string;
  readonly name: string;
  /** Bounds of the year's net; null: nothing is recorded. */
  readonly net: { readonly low: number; readonly high: number } | null;
  /** Followers by the rule of the rule set; null while unknown. */
  readonly followers: number | null;
  /** What of `net.low` is of sales too old for returns; the rest may still come back. */
  readonly settledFen: number;
  readonly reachedTierId: string | null;
  readonly nextTierId: string | null;
  /**
   * Gap to the amount of the next tier that is not certainly passed; null above the last, or
   * unknown.
   */
  readonly gapFen: number | null;
  readonly missing: readonly MissingReason[];
  /** Where the host stands, worded as on the page of their own progress. */
  readonly standing: Standing;
}

/** A host's answer as a row of the ladder. */
export function standingOf(
  { id, name }: { id: string; name: string },
  award: AwardAnswer,
  settledFen: number,
): HostStanding {
  const conditions = award.tiers.flatMap((tier) => tier.conditions);
  const own = conditions.filter(({ metric }) => metric === award.metric);
  const { low = null, high = null } = own[0] ?? {};
  const ahead = own.find(({ answer }) => answer !== 'met');
  const { blocker, ...standing } = standingOn(award);
  return {
    hostId: id,
    name,
    net: low === null || high === null ? null : { low, high },
    followers: conditions.find(({ metric }) => metric === 'followers')?.low ?? null,
    settledFen,
    reachedTierId: award.reachedTierId,
    nextTierId: award.nextTierId,
    gapFen: ahead?.gap ?? null,
    missing: [...new Set(award.missing.map(({ reason }) => reason))],
    standing: { ...standing, blocker: blocker && { ...blocker, condition: figuresOf(blocker) } },
  };
}

/** What of the blocking condition is worded; the rest of its answer stays in the cloud. */
function figuresOf({ condition }: Blocker): BlockingCondition {
  const { conditionId, metric, answer, low, high, gap, unit, comparator, threshold } = condition;
  return { conditionId, metric, answer, low, high, gap, unit, comparator, threshold };
}

/**
 * Sorts hosts: those nearest to their next tier first, then those beyond the last tier, the largest
 * first, then those without records, by name.
 */
export function inOrder(hosts: readonly HostStanding[]): HostStanding[] {
  const group = ({ net, standing }: HostStanding): number =>
    net === null ? 2 : standing.blocker === null ? 1 : 0;
  return [...hosts].sort(
    (a, b) =>
      group(a) - group(b) ||
      a.standing.distance - b.standing.distance ||
      (b.net?.low ?? 0) - (a.net?.low ?? 0) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.hostId < b.hostId ? -1 : 1),
  );
}
