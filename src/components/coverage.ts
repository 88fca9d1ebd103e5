import type { Coverage } from '../domain/incentive';

interface CoverageWords {
  covered: (year: number, name: string) => string;
  before: (year: number, from: number) => string;
  after: (year: number, to: number) => string;
}

/** The one calm line that says which published programme covers a year, or that none does. */
export function coverageText(
  { state, year, fromYear, toYear }: Coverage,
  name: string,
  words: CoverageWords,
): string {
  if (state === 'covered') return words.covered(year, name);
  return state === 'before' ? words.before(year, fromYear) : words.after(year, toYear);
}
