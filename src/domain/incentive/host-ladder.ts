import { compare } from './evaluate';
import type { AwardAnswer, MissingReason } from './progress';
import type { AwardRule, ConditionRule } from './rule-set';
import { blockerOf, type Blocker, type BlockingCondition } from './standing';

/** One host on the ladder. Money in fen. */
export interface HostStanding {
  readonly hostId: string;
  readonly name: string;
  /** Bounds of the year's net; null: nothing is recorded. */
  readonly net: { readonly low: number; readonly high: number } | null;
  /** Followers by the rule of the rule set; null while unknown. */
  readonly followers: number | null;
  readonly reachedTierId: string | null;
  readonly nextTierId: string | null;
  /**
   * Gap to the amount of the next tier that is not certainly passed; null above the last, or
   * unknown.
   */
  readonly gapFen: number | null;
  readonly missing: readonly MissingReason[];
}

/** A host's answer as a row of the ladder. */
export function standingOf(
  { id, name }: { id: string; name: string },
  award: AwardAnswer,
): HostStanding {
  const conditions = award.tiers.flatMap((tier) => tier.conditions);
  const own = conditions.filter(({ metric }) => metric === award.metric);
  const { low = null, high = null } = own[0] ?? {};
  const ahead = own.find(({ answer }) => answer !== 'met');
  return {
    hostId: id,
    name,
    net: low === null || high === null ? null : { low, high },
    followers: conditions.find(({ metric }) => metric === 'followers')?.low ?? null,
    reachedTierId: award.reachedTierId,
    nextTierId: award.nextTierId,
    gapFen: ahead?.gap ?? null,
    missing: [...new Set(award.missing.map(({ reason }) => reason))],
  };
}

/** What blocks a host's next tier, by the figures of the row; null above the last tier. */
export function blockerOfHost(host: HostStanding, rule: AwardRule): Blocker | null {
  const { metric, tiers } = rule;
  const answered = tiers.map(({ tierId, conditions }) => ({
    tierId,
    conditions: conditions.flatMap((condition) => answeredBy(host, rule, condition) ?? []),
  }));
  return blockerOf({ metric, reachedTierId: host.reachedTierId, tiers: answered });
}

/** The answer to one condition; null where the row does not have its figure. */
function answeredBy(
  { net, followers, missing }: HostStanding,
  rule: AwardRule,
  condition: ConditionRule,
): BlockingCondition | null {
  const { metric, unit, comparator } = condition;
  if (metric !== rule.metric && metric !== 'followers') return null;
  const isAllRead = !missing.includes('no_follower_reading');
  const { low, high } =
    metric === rule.metric
      ? (net ?? { low: null, high: null })
      : { low: followers, high: isAllRead ? followers : null };
  return { metric, unit, comparator, low, high, ...compare(condition, { low, high }) };
}

/**
 * Sorts hosts: those nearest to the next tier's amount first, then those beyond the last tier, the
 * largest first, then those without records, by name.
 */
export function inOrder(hosts: readonly HostStanding[]): HostStanding[] {
  const group = ({ net, gapFen }: HostStanding): number =>
    net === null ? 2 : gapFen === null ? 1 : 0;
  return [...hosts].sort(
    (a, b) =>
      group(a) - group(b) ||
      (a.gapFen ?? 0) - (b.gapFen ?? 0) ||
      (b.net?.low ?? 0) - (a.net?.low ?? 0) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.hostId < b.hostId ? -1 : 1),
  );
}
