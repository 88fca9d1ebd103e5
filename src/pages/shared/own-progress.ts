import type { AwardAnswer, AwardRule } from '../../domain/incentive';
import type { ProgressSubject, RootStore, Scheme } from '../../stores';
import { ownHostId } from '../../domain/shop/shop';

/** Whose progress a store looks at first: the streamer in their own store, else the store. */
export function firstSubject(stores: RootStore, shopId: string, year: number): ProgressSubject {
  const shop = stores.shops.shop(shopId);
  return { shopId, hostId: shop && ownHostId(shop), year };
}

/**
 * The tier whose conditions are shown first: the next one, but the last where its amount is already
 * passed and something else is open in all of them.
 */
export function firstTierId({
  metric,
  tiers,
  nextTierId,
  reachedTierId,
}: AwardAnswer): string | null {
  const last = tiers[tiers.length - 1];
  const isBeyondAll = last?.conditions.some(
    (condition) => condition.metric === metric && condition.answer === 'met',
  );
  return isBeyondAll ? (last?.tierId ?? null) : (nextTierId ?? reachedTierId);
}

/** An award's answer with its words. */
export interface WordedAward {
  award: AwardAnswer;
  rule: AwardRule;
}

/** The awards of a scheme's answer that its rule set has words for. */
export function wordedAwards({ progress, ruleSet }: Scheme): WordedAward[] {
  return progress.awards.flatMap((award) => {
    const rule = ruleSet.awards.find(({ awardId }) => awardId === award.awardId);
    return rule ? [{ award, rule }] : [];
  });
}
