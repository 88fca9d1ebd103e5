import type { AwardAnswer, AwardRule, RuleSet } from '../../domain/incentive';
import type { ProgressSubject, RootStore } from '../../stores';

/** Whose progress a store looks at first: its only host where the award is per host. */
export function firstSubject(stores: RootStore, shopId: string, year: number): ProgressSubject {
  const shop = stores.shops.shop(shopId);
  const hosts = stores.shops.hosts(shopId);
  const isOwnHost = shop?.lineOfBusiness === 'streamer';
  return { shopId, hostId: isOwnHost ? (hosts[0]?.id ?? null) : null, year };
}

/** An award's answer with its words. */
export interface WordedAward {
  award: AwardAnswer;
  rule: AwardRule;
}

/** The awards of an answer that the rule set has words for. */
export function wordedAwards(
  awards: readonly AwardAnswer[] | undefined,
  ruleSet: RuleSet | null,
): WordedAward[] {
  return (awards ?? []).flatMap((award) => {
    const rule = ruleSet?.awards.find(({ awardId }) => awardId === award.awardId);
    return rule ? [{ award, rule }] : [];
  });
}
