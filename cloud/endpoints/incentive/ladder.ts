import { type HostStanding, inOrder, standingOf } from '../../../src/domain/incentive/host-ladder';
import type { RuleSet } from '../../../src/domain/incentive/rule-set';
import { evaluateSchemes, ruleSetsFor } from '../../../src/domain/incentive/schemes';
import { salesAward, salesScheme } from '../../../src/domain/incentive/standing';
import { boundsOfSums } from '../../../src/domain/sales/bounds';
import { oldSalesFen } from '../../../src/domain/sales/year-bars';
import { netBounds, recordedSums, yearSums } from '../../../src/domain/sales/year-sums';
import { EMPTY_YEAR, type YearTotals } from '../../../src/domain/sales/year-totals';
import { type ChinaDay, chinaDayOf } from '../../../src/domain/time';
import type { HostDoc, ShopDoc } from '../../database/documents';
import { allHostsOf } from '../../repositories/hosts';
import { currentRuleSets } from '../../repositories/rule-sets';
import { type TotalsSum, yearTotalsOfShop } from '../../repositories/sales';
import { followersOf, hostSubject, sumOf } from './subject';

interface Placed {
  ruleSetKey: string;
  awardId: string;
  standing: HostStanding;
}

/** A host on the ladder; null where no scheme has one. */
function place(
  { shop, year, now, ruleSets }: { shop: ShopDoc; year: number; now: string; ruleSets: RuleSet[] },
  host: HostDoc,
  totals: TotalsSum | undefined,
): Placed | null {
  const subject = hostSubject(shop, host, year);
  const schemes = evaluateSchemes(ruleSets, {
    lineOfBusiness: shop.lineOfBusiness,
    year,
    subject,
    facts: subject.facts,
    asOf: now,
    sums: recordedSums({ ...EMPTY_YEAR, ...totals }),
    settledFen: null,
    followers: followersOf(subject),
  });
  const scheme = salesScheme(schemes);
  const award = salesAward(scheme?.progress ?? null);
  if (scheme === null || award === null) return null;
  return {
    ruleSetKey: scheme.ruleSetKey,
    awardId: award.awardId,
    standing: standingOf(subject, award, oldNetOf(totals, chinaDayOf(now))),
  };
}

/** The net of months too old for returns: the days of so many hosts are not read. */
function oldNetOf(totals: TotalsSum | undefined, today: ChinaDay): number {
  const { byMonth } = yearSums({ ...EMPTY_YEAR, ...totals });
  const months = Object.entries(byMonth).map(([month, sums]) => {
    return { month, lowFen: boundsOfSums(sums).low };
  });
  return oldSalesFen(months, today);
}

function netOf(totals: YearTotals) {
  return netBounds(yearSums(totals));
}

/** Every host of a store on the ladder, nearest to their next tier first. Three calls. */
export async function ladderOf(shop: ShopDoc, year: number, now: string) {
  const hosts = await allHostsOf(shop._id);
  const docs = await yearTotalsOfShop(shop._id, year);
  const totals = new Map(docs.map((doc) => [doc.subjectId, doc] as const));
  const unassigned = { ...EMPTY_YEAR, ...totals.get(shop._id) };
  const ruleSets = ruleSetsFor(await currentRuleSets(), { withComparison: false });
  const about = { shop, year, now, ruleSets };
  const placed = hosts.flatMap((host) => place(about, host, totals.get(host._id)) ?? []);
  const [first] = placed;
  return {
    ladder: first ? { ruleSetKey: first.ruleSetKey, awardId: first.awardId } : null,
    standings: inOrder(placed.map(({ standing }) => standing)),
    unassigned: { net: netOf(unassigned), entryCount: unassigned.entryCount },
    net: netOf(sumOf(docs)),
    ruleSets,
  };
}
