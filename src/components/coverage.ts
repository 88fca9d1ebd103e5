import type { Coverage } from '../domain/incentive';

interface CoverageWords {
  covered: (year: number, name: string) => string;
  before: (year: number, from: number) => string;
  after: (year: number, to: number) => string;
  notEstablished: (year: number) => string;
}

/** The one calm line that says which published programme covers a year, or that none does. */
export function coverageText(
  { state, year, fromYear, toYear }: Coverage,
  name: string,
  words: CoverageWords,
): string {
  if (state === 'covered') return words.covered(year, name);
  if (state === 'before' && fromYear !== null) return words.before(year, fromYear);
  if (state === 'after' && toYear !== null) return words.after(year, toYear);
  return words.notEstablished(year);
}
