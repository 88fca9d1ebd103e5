import type { CheckedInputOf, OutputOf } from '../../../src/contract/endpoints';
import type { SalesPath } from '../../../src/domain/forecast/path';
import type { PlansAhead } from '../../../src/domain/forecast/plans';
import { outlooksOf } from '../../../src/domain/incentive/outlook';
import type { RuleSet } from '../../../src/domain/incentive/rule-set';
import {
  asksYearBefore,
  evaluateSchemes,
  ruleSetsFor,
  ruleSetsToSend,
} from '../../../src/domain/incentive/schemes';
import type { NetBounds } from '../../../src/domain/sales/bounds';
import { netBounds, recordedSums } from '../../../src/domain/sales/year-sums';
import type { YearFigures, YearSums, YearTotals } from '../../../src/domain/sales/year-totals';
import { type Settlement, settleSales } from '../../../src/domain/settlement/settlement';
import type { LineOfBusiness } from '../../../src/domain/shop/shop';
import { chinaDayOf, yearOf } from '../../../src/domain/time';
import type { Admission } from '../../access/admission';
import { currentRuleSets } from '../../repositories/rule-sets';
import { plansOf } from '../../repositories/storefronts';
import { followersOf, keptYears, type Subject, subjectOf } from './subject';

/** What is known of a subject's year at a moment. */
export interface Known {
  subject: Subject;
  lineOfBusiness: LineOfBusiness;
  asOf: string;
  sums: YearFigures | null;
  lastYear: NetBounds | null;
  months: YearSums['byMonth'] | null;
  settlement: Settlement | null;
  path: SalesPath | null;
  plans: PlansAhead | null;
  ruleSets: RuleSet[];
}

function sumsOf(totals: YearTotals): Pick<Known, 'sums' | 'months'> {
  const recorded = recordedSums(totals);
  if (recorded === null) return { sums: null, months: null };
  const { byMonth, byPlatform: _byPlatform, ...sums } = recorded;
  return { sums, months: byMonth };
}

/** Everything as it is now: from kept sums, so that the cost does not grow with history. */
export async function knownNow(
  { shop, host }: Pick<Admission, 'shop' | 'host'>,
  hostId: string | null,
  { year, now, withComparison }: { year: number; now: string; withComparison: boolean },
): Promise<Known> {
  const subject = subjectOf({ shop, host }, hostId, year);
  const ruleSets = ruleSetsFor(await currentRuleSets(), { withComparison });
  const today = chinaDayOf(now);
  const isForecast = subject.kind === 'host' && yearOf(today) === year;
  const [kept, plans] = await Promise.all([
    keptYears(subject, year, asksYearBefore(ruleSets, 'shop')),
    isForecast ? plansOf(shop._id, subject.id, now) : null,
  ]);
  const { sums, months } = sumsOf(kept.year);
  const low = (sums && netBounds(sums))?.low ?? 0;
  // The days of a store are those of its hosts, up to 500: not read for one answer, so not known.
  const { settlement, path } =
    subject.kind === 'host'
      ? settleSales(kept.days, { year, today, low })
      : { settlement: null, path: null };
  return {
    subject,
    lineOfBusiness: shop.lineOfBusiness,
    asOf: now,
    sums,
    lastYear: kept.lastYear,
    months,
    settlement: sums && settlement,
    path: yearOf(today) === year ? path : null,
    plans,
    ruleSets,
  };
}

/** The answer that follows from what is known. */
export function answerOf(
  { subject, lineOfBusiness, ruleSets, plans, ...known }: Known,
  {
    year,
    promotionsOff,
    knownRuleSets,
  }: Pick<CheckedInputOf<'incentive.progress'>, 'year' | 'promotionsOff' | 'knownRuleSets'>,
): OutputOf<'incentive.progress'> {
  const { facts } = subject;
  const followers = followersOf(subject);
  const schemes = evaluateSchemes(ruleSets, {
    lineOfBusiness,
    year,
    facts,
    followers,
    subject: { kind: subject.kind },
    sums: known.sums,
    lastYear: known.lastYear,
    settledFen: known.settlement?.settledFen ?? null,
    asOf: known.asOf,
  });
  return {
    subject: { kind: subject.kind, id: subject.id, name: subject.name },
    year,
    facts,
    followers,
    schemes,
    ...known,
    outlooks: outlooksOf(
      schemes,
      { path: known.path, today: chinaDayOf(known.asOf), year, promotionsOff },
      plans,
    ),
    ruleSets: ruleSetsToSend(ruleSets, schemes, knownRuleSets),
  };
}
