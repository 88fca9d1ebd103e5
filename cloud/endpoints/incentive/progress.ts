import { refuseIfAny } from '../../../src/contract/failure';
import { incentiveProgress } from '../../../src/contract/incentive';
import { progressProblems } from '../../../src/domain/incentive/problems';
import { ruleSetsFor } from '../../../src/domain/incentive/schemes';
import { shopAt } from '../../../src/domain/shop/history';
import { endOfChinaDay } from '../../../src/domain/time';
import type { Admission } from '../../access/admission';
import { read } from '../../endpoint/read';
import { ruleSetsAsOf } from '../../repositories/rule-sets';
import { answerOf, type Known, knownNow } from './known';
import { keptFiguresAsOf, subjectAsOf } from './subject';

/** Everything as it was at the end of an earlier day, the published rules too. */
async function knownAsOf(
  admission: Pick<Admission, 'shop' | 'host'>,
  hostId: string | null,
  { year, day, withComparison }: { year: number; day: string; withComparison: boolean },
): Promise<Known> {
  const moment = endOfChinaDay(day);
  const subject = await subjectAsOf(admission, hostId, { year, moment });
  return {
    subject,
    lineOfBusiness: shopAt(admission.shop, moment).lineOfBusiness,
    asOf: moment,
    months: null,
    settlement: null,
    path: null,
    plans: null,
    ...(await keptFiguresAsOf(subject, year, day)),
    ruleSets: ruleSetsFor(await ruleSetsAsOf(moment), { withComparison }),
  };
}

/** Progress of a host or store in a year, now or as it was at the end of an earlier day. */
export const endpoint = read(
  incentiveProgress,
  { needs: 'incentive.read', host: ({ hostId }) => hostId },
  async ({ input, caller, shop, host }) => {
    const { hostId, year, asOf, withComparison } = input;
    refuseIfAny(progressProblems(input, caller.now));
    const known = await (asOf === null
      ? knownNow({ shop, host }, hostId, { year, now: caller.now, withComparison })
      : knownAsOf({ shop, host }, hostId, { year, day: asOf, withComparison }));
    return answerOf(known, input);
  },
);
