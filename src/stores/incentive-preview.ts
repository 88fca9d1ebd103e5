import type { Figures } from '../contract/figures';
import { evaluate, type Progress, type RuleSet } from '../domain/incentive';
import {
  applyEntry,
  EMPTY_SCOPE,
  EMPTY_YEAR,
  ENTRY_KINDS,
  yearSums,
  type Basis,
  type CountedFields,
  type EntryKind,
  type KindSums,
  type ScopeTotals,
  type YearDelta,
  type YearFigures,
} from '../domain/sales';
import type { LineOfBusiness } from '../domain/shop/shop';
import { chinaDayOf, yearOf } from '../domain/time';
import type { ProgressView } from './incentive-store';

/** One more entry, perhaps in place of another, and what its session or day adds up to before. */
export interface EntryChange {
  entry: CountedFields;
  /** The entry it corrects; it stops counting. */
  replaces: CountedFields | null;
  /** Sums of the session or day of the entry; null when nothing is recorded there. */
  figures: Figures | null;
}

/**
 * Progress as it would be after one more entry, by the engine the cloud uses. Apart from the store,
 * so that the engine is loaded with the pages that record and not before the first screen.
 * @param change an entry of the subject and year of `view`; another year's changes nothing.
 */
export function previewProgress(
  view: ProgressView,
  ruleSet: RuleSet,
  lineOfBusiness: LineOfBusiness,
  change: EntryChange,
): Progress {
  return evaluate({
    ruleSet,
    lineOfBusiness,
    year: view.year,
    subject: { kind: view.subject.kind },
    sums: sumsAfter(view.sums, view.year, change),
    // What is recorded now may still come back: it adds nothing to what is settled.
    settledFen: view.settlement?.settledFen ?? null,
    followers: view.followers,
    facts: view.facts,
    asOf: view.asOf,
  });
}

/**
 * The year's sums after a change; those of another year stay as they are.
 * @internal exported for its tests
 */
export function sumsAfter(
  sums: YearFigures | null,
  year: number,
  { entry, replaces, figures }: EntryChange,
): YearFigures | null {
  let scope = scopeOf(figures, replaces);
  let after: YearFigures = sums ?? yearSums(EMPTY_YEAR);
  const today = chinaDayOf(entry.recordedAt);
  if (replaces && yearOf(replaces.bookedOn) === year) {
    const taken = applyEntry(scope, replaces, -1, today);
    scope = taken.scope;
    after = addDelta(after, taken.delta);
  }
  if (yearOf(entry.bookedOn) === year) {
    after = addDelta(after, applyEntry(scope, entry, 1, today).delta);
  }
  return after.entryCount === 0 ? null : after;
}

/**
 * The totals of a scope from its figures. Figures do not say how many entries they come from; it
 * only matters whether taking one out leaves any, which is so unless it is the whole amount.
 */
function scopeOf(figures: Figures | null, replaces: CountedFields | null): ScopeTotals {
  if (!figures) return EMPTY_SCOPE;
  const count = (kind: EntryKind, fen: number | null): number => {
    if (fen === null) return 0;
    return replaces?.kind === kind && replaces.amountFen === fen ? 1 : 2;
  };
  return {
    orderedFen: figures.orderedFen ?? 0,
    paidFen: figures.paidFen ?? 0,
    refundedFen: figures.refundedFen ?? 0,
    orderedCount: count('ordered', figures.orderedFen),
    paidCount: count('paid', figures.paidFen),
    refundedCount: count('refunded', figures.refundedFen),
  };
}

function isKind(part: string): part is EntryKind {
  return (ENTRY_KINDS as readonly string[]).includes(part);
}

/** What a change adds to the year, part by part as it is kept by the day of recording. */
function addPart(figures: YearFigures, part: string, field: string, addFen: number): YearFigures {
  if (part === 'entryCount') return { ...figures, entryCount: figures.entryCount + addFen };
  if (!isKind(part)) {
    return field === 'orderedFen'
      ? { ...figures, openOrderedFen: figures.openOrderedFen + addFen }
      : { ...figures, openRefundedFen: figures.openRefundedFen + addFen };
  }
  const basis = field as Basis;
  const byBasis = { ...figures.byBasis, [basis]: withAmount(figures.byBasis[basis], part, addFen) };
  const verifiedNetFen = byBasis.verified.netFen;
  return { ...withAmount(figures, part, addFen), byBasis, verifiedNetFen };
}

function withAmount<Sums extends KindSums>(sums: Sums, kind: EntryKind, addFen: number): Sums {
  const added = { ...sums, [`${kind}Fen`]: sums[`${kind}Fen`] + addFen };
  return { ...added, netFen: added.paidFen - added.refundedFen };
}

function addDelta(figures: YearFigures, delta: YearDelta): YearFigures {
  return delta.reduce((after, { path, addFen }) => {
    const [root, , part = '', field = ''] = path;
    return root === 'recorded' ? addPart(after, part, field, addFen) : after;
  }, figures);
}
