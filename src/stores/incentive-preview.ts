import type { Figures } from '../contract/figures';
import { evaluate, type Progress, type RuleSet } from '../domain/incentive';
import {
  applyEntry,
  EMPTY_SCOPE,
  EMPTY_YEAR,
  yearSums,
  type CountedFields,
  type EntryKind,
  type ScopeTotals,
  type YearDelta,
  type YearSums,
} from '../domain/sales';
import type { LineOfBusiness } from '../domain/shop/shop';
import { yearOf } from '../domain/time';
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
export const previewProgress = (
  view: ProgressView,
  ruleSet: RuleSet,
  lineOfBusiness: LineOfBusiness,
  change: EntryChange,
): Progress =>
  evaluate({
    ruleSet,
    lineOfBusiness,
    year: view.year,
    subject: { kind: view.subject.kind },
    sums: sumsAfter(view.sums, view.year, change),
    followers: view.followers,
    facts: view.facts,
    asOf: view.asOf,
  });

/** The year's sums after a change; those of another year stay as they are. */
export const sumsAfter = (
  sums: YearSums | null,
  year: number,
  { entry, replaces, figures }: EntryChange,
): YearSums | null => {
  let scope = scopeOf(figures, replaces);
  let after = sums ?? yearSums(EMPTY_YEAR);
  if (replaces && yearOf(replaces.bookedOn) === year) {
    const taken = applyEntry(scope, replaces, -1);
    scope = taken.scope;
    after = addDelta(after, taken.delta);
  }
  if (yearOf(entry.bookedOn) === year) after = addDelta(after, applyEntry(scope, entry, 1).delta);
  return after.entryCount === 0 ? null : after;
};

/**
 * The totals of a scope from its figures. Figures do not say how many entries they come from; it
 * only matters whether taking one out leaves any, which is so unless it is the whole amount.
 */
const scopeOf = (figures: Figures | null, replaces: CountedFields | null): ScopeTotals => {
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
};

type KindSums = Pick<YearSums, 'orderedFen' | 'paidFen' | 'refundedFen' | 'netFen'>;
type Open = YearSums['byMonth'][string]['open'];
const NOTHING: KindSums = { orderedFen: 0, paidFen: 0, refundedFen: 0, netFen: 0 };
const NOTHING_OPEN: Open = { orderedFen: 0, refundedFen: 0 };

const withAmount = <Sums extends KindSums>(sums: Sums, kind: string, addFen: number): Sums => {
  const added = { ...sums, [`${kind}Fen`]: (sums[`${kind}Fen` as keyof KindSums] ?? 0) + addFen };
  return { ...added, netFen: added.paidFen - added.refundedFen };
};

const addCell = (sums: YearSums, path: readonly string[], addFen: number): YearSums => {
  const [, month = '', kind = '', basis = '', platform = ''] = path;
  const ofMonth = sums.byMonth[month] ?? { ...NOTHING, open: NOTHING_OPEN };
  const ofPlatform = sums.byPlatform[platform as keyof YearSums['byPlatform']] ?? NOTHING;
  const ofBasis = sums.byBasis[basis as keyof YearSums['byBasis']];
  const byBasis = { ...sums.byBasis, [basis]: withAmount(ofBasis, kind, addFen) };
  return {
    ...withAmount(sums, kind, addFen),
    verifiedNetFen: byBasis.verified.netFen,
    byBasis,
    byMonth: { ...sums.byMonth, [month]: withAmount(ofMonth, kind, addFen) },
    byPlatform: { ...sums.byPlatform, [platform]: withAmount(ofPlatform, kind, addFen) },
  };
};

const addOpen = (sums: YearSums, path: readonly string[], addFen: number): YearSums => {
  const [, month = '', field = ''] = path;
  const ofMonth = sums.byMonth[month] ?? { ...NOTHING, open: NOTHING_OPEN };
  const open = { ...ofMonth.open, [field]: ofMonth.open[field as keyof Open] + addFen };
  const isOrdered = field === 'orderedFen';
  return {
    ...sums,
    openOrderedFen: sums.openOrderedFen + (isOrdered ? addFen : 0),
    openRefundedFen: sums.openRefundedFen + (isOrdered ? 0 : addFen),
    byMonth: { ...sums.byMonth, [month]: { ...ofMonth, open } },
  };
};

/** Adds what the domain says a change adds to kept totals to the sums worked out from them. */
const addDelta = (sums: YearSums, delta: YearDelta): YearSums =>
  delta.reduce((after, { path, addFen }) => {
    if (path[0] === 'cells') return addCell(after, path, addFen);
    if (path[0] === 'open') return addOpen(after, path, addFen);
    return { ...after, entryCount: after.entryCount + addFen };
  }, sums);
