import { type ChinaDay, yearOf } from '../time';
import { applyEntry, type CountedFields } from './apply-entry';
import { ENTRY_KINDS, type Basis, type EntryKind } from './entry';
import { EMPTY_SCOPE, NO_REFUNDS, type ScopeFigures, type ScopeTotals } from './scope';
import { yearSums } from './year-sums';
import { EMPTY_YEAR, type KindSums, type YearDelta, type YearFigures } from './year-totals';

/** Sums of a session or an account's day, in fen; a kind without an entry is null. */
type KnownSums = Pick<ScopeFigures, 'orderedFen' | 'paidFen' | 'refundedFen'>;

/** One more entry, possibly in place of another, and the sums of its session or day before it. */
export interface EntryChange {
  readonly entry: CountedFields;
  /** The corrected entry, which no longer counts. */
  readonly replaces: CountedFields | null;
  /** China day of the change. */
  readonly changedOn: ChinaDay;
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
  { entry, replaces, changedOn, figures }: EntryChange,
): YearFigures | null {
  let scope = scopeOf(figures, replaces);
  let after: YearFigures = sums ?? yearSums(EMPTY_YEAR);
  if (replaces && yearOf(replaces.bookedOn) === year) {
    const taken = applyEntry(scope, replaces, -1, changedOn);
    scope = taken.scope;
    after = addDelta(after, taken.delta);
  }
  if (yearOf(entry.bookedOn) === year) {
    after = addDelta(after, applyEntry(scope, entry, 1, changedOn).delta);
  }
  return after.entryCount === 0 ? null : after;
}

/**
 * The totals of a scope from its figures. Figures do not contain the number of entries. It matters
 * only whether any entry is left after one is removed, which is so unless it is the whole amount.
 * Nor do they contain the basis of refunds: it changes the parts of a net by basis, never the net.
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
    refundedByBasis: refundsOf(figures.refundedFen ?? 0, replaces),
  };
}

function refundsOf(
  refundedFen: number,
  replaces: CountedFields | null,
): ScopeTotals['refundedByBasis'] {
  const basis = replaces?.kind === 'refunded' ? replaces.basis : 'self_reported';
  return { ...NO_REFUNDS, [basis]: refundedFen };
}

function isKind(part: string): part is EntryKind {
  return (ENTRY_KINDS as readonly string[]).includes(part);
}

/** The increments of a change to the year, in the parts that are kept by day of recording. */
function addPart(
  figures: YearFigures,
  [part = '', field = '', ofRange = '']: readonly string[],
  addFen: number,
): YearFigures {
  if (part === 'entryCount') return { ...figures, entryCount: figures.entryCount + addFen };
  if (isKind(part)) {
    const net = part === 'ordered' ? 0 : part === 'paid' ? addFen : -addFen;
    return withNet(withAmount(figures, part, field as Basis, addFen), field as Basis, net);
  }
  if (field === 'refundedFen') return withNet(figures, ofRange as Basis, addFen);
  const { low, high } = figures.range;
  const range = field === 'lowFen' ? { low: low + addFen, high } : { low, high: high + addFen };
  return { ...figures, range };
}

function withAmount(
  figures: YearFigures,
  kind: EntryKind,
  basis: Basis,
  addFen: number,
): YearFigures {
  const added = <Sums extends KindSums>(sums: Sums): Sums => ({
    ...sums,
    [`${kind}Fen`]: sums[`${kind}Fen`] + addFen,
  });
  const byBasis = { ...figures.byBasis, [basis]: added(figures.byBasis[basis]) };
  return { ...added(figures), byBasis };
}

/** What is exactly known of the net, with more of one basis. */
function withNet(figures: YearFigures, basis: Basis, addFen: number): YearFigures {
  const part = figures.byBasis[basis];
  const byBasis = {
    ...figures.byBasis,
    [basis]: { ...part, exactNetFen: part.exactNetFen + addFen },
  };
  return {
    ...figures,
    exactNetFen: figures.exactNetFen + addFen,
    byBasis,
    verifiedNetFen: byBasis.verified.exactNetFen,
  };
}

function addDelta(figures: YearFigures, delta: YearDelta): YearFigures {
  return delta.reduce((after, { path, addFen }) => {
    const [root, _day, ...part] = path;
    return root === 'recorded' ? addPart(after, part, addFen) : after;
  }, figures);
}
