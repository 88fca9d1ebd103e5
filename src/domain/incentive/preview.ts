import { sumsAfter, type EntryChange } from '../sales/preview';
import { evaluate } from './evaluate';
import type { EvaluateInput, Progress } from './progress';
import type { RuleSet } from './rule-set';
import type { LineOfBusiness } from '../shop/shop';

/** The figures behind a subject's progress, as the cloud answered them. */
export type ProgressFigures = Pick<
  EvaluateInput,
  'subject' | 'year' | 'sums' | 'lastYear' | 'followers' | 'facts' | 'asOf'
> & { readonly settlement: { readonly settledFen: number } | null };

/**
 * Progress after one more entry, by the engine of the cloud.
 * @param change an entry of the subject and year of `figures`; an entry of another year has no
 *   effect.
 */
export function previewProgress(
  figures: ProgressFigures,
  ruleSet: RuleSet,
  lineOfBusiness: LineOfBusiness,
  change: EntryChange,
): Progress {
  const { year, subject, sums, lastYear = null, settlement, followers, facts, asOf } = figures;
  return evaluate({
    ruleSet,
    lineOfBusiness,
    year,
    subject: { kind: subject.kind },
    sums: sumsAfter(sums, year, change),
    lastYear,
    // A new entry may still be returned, so it does not change the settled amount.
    settledFen: settlement?.settledFen ?? null,
    followers,
    facts,
    asOf,
  });
}
