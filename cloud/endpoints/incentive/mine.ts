import { Failure } from '../../../src/contract/failure';
import { incentiveMine } from '../../../src/contract/incentive';
import { agreedFacts } from '../../../src/domain/incentive/own-facts';
import {
  evaluateSchemes,
  ruleSetsFor,
  ruleSetsToSend,
} from '../../../src/domain/incentive/schemes';
import { netBounds, recordedSums, yearSums } from '../../../src/domain/sales/year-sums';
import {
  EMPTY_YEAR,
  sumYears,
  wouldOverflow,
  type YearTotals,
} from '../../../src/domain/sales/year-totals';
import { personRead } from '../../endpoint/read';
import { hostsOfPerson } from '../../repositories/hosts';
import { currentRuleSets } from '../../repositories/rule-sets';
import { type TotalsSum, yearTotalsOfHosts } from '../../repositories/sales';
import { followersOf, hostSubject, netOfYear } from './subject';

function boundsOf(totals: YearTotals) {
  return netBounds(yearSums(totals));
}

/** What the caller sold as a host, over the stores that agree; the others are named, not counted. */
export const endpoint = personRead(incentiveMine, async ({ input, caller }) => {
  const { year, withComparison, knownRuleSets } = input;
  const places = await hostsOfPerson(caller.person);
  const agreeing = places.filter(({ host }) => host.isSharingSums);
  const hostIds = agreeing.map(({ host }) => host._id);
  const read: TotalsSum[] =
    hostIds.length === 0 ? [] : await yearTotalsOfHosts(hostIds, [year - 1, year]);
  const docs = read.filter((doc) => doc.year === year);
  const totalsOf = (hostId: string): YearTotals => {
    const doc = docs.find(({ subjectId }) => subjectId === hostId);
    return doc === undefined ? EMPTY_YEAR : { ...EMPTY_YEAR, ...doc };
  };
  const sum = sumYears(hostIds.map(totalsOf));
  if (wouldOverflow(sum, [])) throw new Failure('sum_too_large');
  const ruleSets = ruleSetsFor(await currentRuleSets(), { withComparison });
  const subjects = agreeing.map(({ host, shop }) => hostSubject(shop, host, year));
  const schemes = evaluateSchemes(ruleSets, {
    lineOfBusiness: 'streamer',
    year,
    subject: { kind: 'host' },
    asOf: caller.now,
    sums: recordedSums(sum),
    lastYear: netOfYear(read.filter((doc) => doc.year !== year)),
    settledFen: null,
    followers: subjects.flatMap(followersOf),
    facts: agreedFacts(subjects.map(({ facts }) => facts)),
  }).filter(({ progress }) => progress.awards.length > 0);
  return {
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
    ruleSets: ruleSetsToSend(ruleSets, schemes, knownRuleSets),
  };
});
