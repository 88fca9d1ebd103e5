import { Failure } from '../../src/contract/failure';
import { agreedFacts } from '../../src/domain/incentive/own-facts';
import { ruleSetKeyOf } from '../../src/domain/incentive/rule-set';
import { evaluateSchemes } from '../../src/domain/incentive/schemes';
import { netBounds, yearSums } from '../../src/domain/sales/year-sums';
import {
  EMPTY_YEAR,
  sumYears,
  wouldOverflow,
  type YearTotals,
} from '../../src/domain/sales/year-totals';
import { currentRuleSets } from '../repositories/rule-sets';
import { yearTotalsOfHosts } from '../repositories/sales';
import { hostsOfPerson } from '../repositories/shops';
import type { Handler } from './handler';
import { followersOf, hostSubject } from './subject';

const boundsOf = (totals: YearTotals) => netBounds(yearSums(totals));

/** What the caller sold as a host, over the stores that agree; the others are named, not counted. */
export const incentiveMine: Handler<'incentive.mine'> = async (input, caller) => {
  const { year, knownRuleSets } = input;
  const places = await hostsOfPerson(caller.person);
  const agreeing = places.filter(({ host }) => host.isSharingSums);
  const docs =
    agreeing.length === 0
      ? []
      : await yearTotalsOfHosts(
          agreeing.map(({ host }) => host._id),
          year,
        );
  const totalsOf = (hostId: string): YearTotals => {
    const doc = docs.find(({ subjectId }) => subjectId === hostId);
    return doc === undefined ? EMPTY_YEAR : { ...EMPTY_YEAR, ...doc };
  };
  const sum = sumYears(agreeing.map(({ host }) => totalsOf(host._id)));
  if (wouldOverflow(sum, [])) throw new Failure('sum_too_large');
  const ruleSets = await currentRuleSets();
  const subjects = agreeing.map(({ host, shop }) => hostSubject(shop, host, year));
  const schemes = evaluateSchemes(ruleSets, {
    lineOfBusiness: 'streamer',
    year,
    subject: { kind: 'host' },
    asOf: caller.now,
    sums: sum.entryCount === 0 ? null : yearSums(sum),
    settledFen: null,
    followers: subjects.flatMap((subject) => followersOf(subject, subject.readings)),
    facts: agreedFacts(subjects.map(({ facts }) => facts)),
  }).filter(({ progress }) => progress.awards.length > 0);
  const named = new Set(schemes.map(({ ruleSetKey }) => ruleSetKey));
  return {
    data: {
      year,
      asOf: caller.now,
      schemes,
      net: boundsOf(sum),
      places: places.map(({ host, shop }) => ({
        hostId: host._id,
        shopName: shop.name,
        hostName: host.name,
        isSharingSums: host.isSharingSums,
        net: host.isSharingSums ? boundsOf(totalsOf(host._id)) : null,
      })),
      ruleSets: ruleSets.filter((ruleSet) => {
        const key = ruleSetKeyOf(ruleSet);
        return named.has(key) && !knownRuleSets.includes(key);
      }),
    },
  };
};
