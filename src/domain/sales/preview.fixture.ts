import { buildRevised } from './entries.fixture';
import type { SalesEntry } from './entry';
import { recountScopes, recountYear } from './recount';
import { scopeFigures, type ScopeFigures, scopeKeyOf } from './scope';
import { yearSums } from './year-sums';
import type { YearFigures, YearSums } from './year-totals';

/** The figures of a year without its parts. */
export function withoutParts(sums: YearSums): YearFigures {
  const { byMonth: _months, byPlatform: _platforms, ...figures } = sums;
  return figures;
}

/** The year of a host's entries; null without entries. */
export function sumsOf(entries: readonly SalesEntry[]): YearFigures | null {
  if (entries.length === 0) return null;
  return withoutParts(yearSums(recountYear(entries.map((entry) => buildRevised(entry)))));
}

/** The sums of the one scope of a host's entries; null without entries. */
export function figuresOf(entries: readonly SalesEntry[]): ScopeFigures | null {
  const [first] = entries;
  const ledger = entries.map((entry) => buildRevised(entry));
  const scope = first && recountScopes(ledger).get(scopeKeyOf(first));
  return scope ? scopeFigures([scope]) : null;
}
