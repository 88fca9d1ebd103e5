import type { OutputOf } from '../../src/contract/endpoints';
import { invalidInput } from '../../src/contract/failure';
import { evaluateSchemes } from '../../src/domain/incentive/schemes';
import { progressProblems } from '../../src/domain/incentive/problems';
import { type RuleSet, ruleSetKeyOf } from '../../src/domain/incentive/rule-set';
import { netBounds, yearSums } from '../../src/domain/sales/year-sums';
import type { YearFigures, YearSums, YearTotals } from '../../src/domain/sales/year-totals';
import type { LineOfBusiness } from '../../src/domain/shop/shop';
import { type Settlement, settleSales } from '../../src/domain/settlement/settlement';
import type { SalesPath } from '../../src/domain/forecast/path';
import { chinaDayOf, endOfChinaDay, yearOf } from '../../src/domain/time';
import { currentRuleSets, ruleSetsAsOf } from '../repositories/rule-sets';
import { admit } from './admit';
import type { Handler } from './handler';
import {
  followersOf,
  keptFiguresAsOf,
  keptYears,
  type Subject,
  subjectAsOf,
  subjectOf,
} from './subject';

type Output = OutputOf<'incentive.progress'>;

/** What is known of a subject's year at a moment. */
interface Known {
  subject: Subject;
  asOf: string;
  sums: YearFigures | null;
  months: YearSums['byMonth'] | null;
  settlement: Settlement | null;
  path: SalesPath | null;
  ruleSets: RuleSet[];
}

/** Everything as it is now: from kept sums, so that the cost does not grow with history. */
async function knownNow(subject: Subject, year: number, now: string): Promise<Known> {
  const kept = await keptYears(subject, year);
  const today = chinaDayOf(now);
  const { sums, months } = sumsOf(kept.year);
  const low = (sums && netBounds(sums))?.low ?? 0;
  // The days of a store are those of its hosts, up to 500: not read for one answer, so not known.
  const { settlement, path } =
    subject.kind === 'host'
      ? settleSales(kept.years, { year, today, low })
      : { settlement: null, path: null };
  return {
    subject,
    asOf: now,
    sums,
    months,
    settlement: sums && settlement,
    path: yearOf(today) === year ? path : null,
    ruleSets: await currentRuleSets(),
  };
}

function sumsOf(totals: YearTotals | null): Pick<Known, 'sums' | 'months'> {
  if (totals === null) return { sums: null, months: null };
  const { byMonth, byPlatform: _byPlatform, ...sums } = yearSums(totals);
  return { sums, months: byMonth };
}

/** Everything as it was at the end of an earlier day, the published rules too. */
async function knownAsOf(subject: Subject, year: number, day: string): Promise<Known> {
  const moment = endOfChinaDay(day);
  const before = await subjectAsOf(subject, year, moment);
  return {
    subject: before,
    asOf: moment,
    months: null,
    settlement: null,
    path: null,
    sums: await keptFiguresAsOf(subject, year, day),
    ruleSets: await ruleSetsAsOf(moment),
  };
}

/** Progress of a host or store in a year, now or as it was at the end of an earlier day. */
export const incentiveProgress: Handler<'incentive.progress'> = async (input, caller) => {
  const { shopId, hostId, year, asOf, knownRuleSets } = input;
  const admission = await admit(shopId, caller, 'incentive.read', hostId);
  const fields = progressProblems(input, caller.now);
  if (Object.keys(fields).length > 0) throw invalidInput(fields);
  const present = subjectOf(admission, hostId, year);
  const known = await (asOf === null
    ? knownNow(present, year, caller.now)
    : knownAsOf(present, year, asOf));
  return { data: answerOf(known, year, admission.shop.lineOfBusiness, knownRuleSets) };
};

function answerOf(
  { subject, ruleSets, ...known }: Known,
  year: number,
  lineOfBusiness: LineOfBusiness,
  held: readonly string[],
): Output {
  const { facts } = subject;
  const followers = followersOf(subject, subject.readings);
  const schemes = evaluateSchemes(ruleSets, {
    lineOfBusiness,
    year,
    facts,
    followers,
    subject: { kind: subject.kind },
    sums: known.sums,
    settledFen: known.settlement?.settledFen ?? null,
    asOf: known.asOf,
  });
  const named = new Set(schemes.map(({ ruleSetKey }) => ruleSetKey));
  return {
    subject: { kind: subject.kind, id: subject.id, name: subject.name },
    year,
    facts,
    followers,
    schemes,
    ...known,
    ruleSets: ruleSets.filter((ruleSet) => {
      const key = ruleSetKeyOf(ruleSet);
      return named.has(key) && !held.includes(key);
    }),
  };
}
