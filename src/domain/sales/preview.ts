import { chinaDayOf, yearOf } from '../time';
import { applyEntry, type CountedFields } from './apply-entry';
import { ENTRY_KINDS, type Basis, type EntryKind } from './entry';
import { EMPTY_SCOPE, type ScopeFigures, type ScopeTotals } from './scope';
import { yearSums } from './year-sums';
import { EMPTY_YEAR, type KindSums, type YearDelta, type YearFigures } from './year-totals';

/** Sums of a session or an account's day, in fen; a kind without an entry is null. */
type KnownSums = Pick<ScopeFigures, 'orderedFen' | 'paidFen' | 'refundedFen'>;

/** One more entry, possibly in place of another, and the sums of its session or day before it. */
export interface EntryChange {
  readonly entry: CountedFields;
  /** The corrected entry, which no longer counts. */
  readonly replaces: CountedFields | null;
  /** Sums of the session or day of the entry; null when nothing is recorded there. */
  readonly figures: KnownSums | null;
}

/**
 * The sums of a scope before one of its entries is replaced. The replaced entry is removed from
 * them, so they must include it: without the figures of its own scope, only the entry itself is
 * known.
 * @param isOwnScope whether `figures` are those of the scope of the replaced entry.
 */
export function figuresBefore(
  figures: KnownSums | null,
  replaced: Pick<CountedFields, 'kind' | 'amountFen'> | null,
  isOwnScope: boolean,
): KnownSums | null {
  if (!replaced || (figures && isOwnScope)) return figures;
  const none = { orderedFen: null, paidFen: null, refundedFen: null };
  return { ...none, [`${replaced.kind}Fen`]: replaced.amountFen };
}

/** The year's sums after a change; those of another year stay as they are. */
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
 * The totals of a scope from its figures. Figures do not contain the number of entries. It matters
 * only whether any entry is left after one is removed, which is so unless it is the whole amount.
 */
function scopeOf(figures: KnownSums | null, replaces: CountedFields | null): ScopeTotals {
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

/** The increments of a change to the year, in the parts that are kept by day of recording. */
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
