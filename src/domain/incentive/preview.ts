import { sumsAfter, type EntryChange } from '../sales/preview';
import { evaluate } from './evaluate';
import type { EvaluateInput, Progress } from './progress';
import type { RuleSet } from './rule-set';
import type { LineOfBusiness } from '../shop/shop';

/** The figures behind a subject's progress, as the cloud gave them. */
export type ProgressFigures = Pick<
  EvaluateInput,
  'subject' | 'year' | 'sums' | 'followers' | 'facts' | 'asOf'
> & { readonly settlement: { readonly settledFen: number } | null };

/**
 * Progress as it would be after one more entry, by the engine that the cloud uses.
 * @param change an entry of the subject and year of `figures`; another year's changes nothing.
 */
export function previewProgress(
  figures: ProgressFigures,
  ruleSet: RuleSet,
  lineOfBusiness: LineOfBusiness,
  change: EntryChange,
): Progress {
  const { year, subject, sums, settlement, followers, facts, asOf } = figures;
  return evaluate({
    ruleSet,
    lineOfBusiness,
    year,
    subject: { kind: subject.kind },
    sums: sumsAfter(sums, year, change),
    // What is recorded now may still come back: it adds nothing to what is settled.
    settledFen: settlement?.settledFen ?? null,
    followers,
    facts,
    asOf,
  });
}
