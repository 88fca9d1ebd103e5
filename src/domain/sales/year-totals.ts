import { sumFits } from '../money';
import type { Platform } from '../shop/platform';
import type { ChinaDay, ChinaMonth } from '../time';
import { type Basis, ENTRY_KINDS, type EntryKind } from './entry';
import type { NetBounds } from './bounds';
import type { ReturnAge } from './return-age';

/** Platform of a cell; `none` for an entry without a platform. */
export type CellPlatform = Platform | 'none';

/** Fen by kind, basis and platform within one month. Missing cells are 0. */
export type MonthCells = {
  readonly [K in EntryKind]?: {
    readonly [B in Basis]?: { readonly [P in CellPlatform]?: number };
  };
};

/** Sums over scopes whose net is only known as a range. All amounts in fen. */
export interface RangeAmounts {
  /** Sum of the lower bounds. */
  readonly lowFen?: number;
  /** Sum of the upper bounds. */
  readonly highFen?: number;
  /** Refunds of these scopes by basis: they are part of the range, and of no exact row. */
  readonly refundedFen?: { readonly [B in Basis]?: number };
}

/**
 * Sales by day on one platform, fen, of scopes with a paid figure; their refunds are on the day of
 * the sale.
 */
export interface DayAmounts {
  readonly paidFen?: Readonly<Record<ChinaDay, number>>;
  readonly refundedFen?: Readonly<Record<ChinaDay, number>>;
}

/** Refunded by days from the sale to the refund, fen. */
export type ReturnedByAge = { readonly [A in ReturnAge | 'unknown']?: number };

/** What one day's recording added to the year, in fen; less than 0 where something was taken out. */
export type RecordedAmounts = {
  readonly [K in EntryKind]?: { readonly [B in Basis]?: number };
} & { readonly range?: RangeAmounts; readonly entryCount?: number };

/** Sessions of a month that have money, and the bounds of their net in fen. Missing numbers are 0. */
export interface SessionMonth {
  readonly lowFen?: number;
  readonly highFen?: number;
  /** Sessions in which the subject of the year has money. */
  readonly sessions?: number;
  /** What its amounts changed the store's count of such sessions by: see `sessionMonthDelta`. */
  readonly shopSessions?: number;
}

/** Kept totals in one China year: of a host, of sales that name no host, or of a store. */
export interface YearTotals {
  readonly cells: Readonly<Record<ChinaMonth, MonthCells>>;
  /** By month and platform, of scopes without a paid figure; see `scopeBounds`. */
  readonly ranges: Readonly<Record<ChinaMonth, { readonly [P in CellPlatform]?: RangeAmounts }>>;
  /** By platform and day of the sale: what a forecast, and the age of what was sold, are worked out from. */
  readonly days: { readonly [P in CellPlatform]?: DayAmounts | undefined };
  /** Refunded, by platform, month of the sale, and days from the sale to the refund. */
  readonly returns: {
    readonly [P in CellPlatform]?: Readonly<Record<ChinaMonth, ReturnedByAge>> | undefined;
  };
  /** Refunded, by platform and the month of the refund, of any year; `unknown` without its day. */
  readonly returned: Readonly<Record<string, { readonly [P in CellPlatform]?: number }>>;
  /** By the day of recording: what the year added up to on an earlier day is their sum up to it. */
  readonly recorded: Readonly<Record<ChinaDay, RecordedAmounts>>;
  /** By month of the sale, what was sold in sessions. */
  readonly sessionMonths: Readonly<Record<ChinaMonth, SessionMonth>>;
  /** Number of entries that count. 0 means unknown sales, not no sales. */
  readonly entryCount: number;
}

/** Sums by kind, and what is exactly known of the net. All amounts in fen. */
export interface KindSums {
  readonly orderedFen: number;
  readonly paidFen: number;
  readonly refundedFen: number;
  /** `paid − refunded` of the scopes with a paid figure; negative when more came back. */
  readonly exactNetFen: number;
}

/** Sums with the net of the scopes that is known only as a range. */
export interface RangedSums extends KindSums {
  readonly range: NetBounds;
}

/** What a year adds up to, as far as the tiers are held against it. All amounts in fen. */
export interface YearFigures extends RangedSums {
  /** Exact net of verified entries; a column of its own, never mixed with the rest. */
  readonly verifiedNetFen: number;
  /** The exact part by basis; what is only known as a range has one row of its own, `range`. */
  readonly byBasis: Readonly<Record<Basis, KindSums>>;
  /** Number of entries that count. */
  readonly entryCount: number;
}

/** A year's figures and their parts. */
export interface YearSums extends YearFigures {
  /** Only months in which something is recorded, earliest first. */
  readonly byMonth: Readonly<Record<ChinaMonth, RangedSums>>;
  readonly byPlatform: Readonly<Partial<Record<CellPlatform, RangedSums>>>;
}

/** A year without records. */
export const EMPTY_YEAR: YearTotals = {
  cells: {},
  ranges: {},
  days: {},
  returns: {},
  returned: {},
  recorded: {},
  sessionMonths: {},
  entryCount: 0,
};

/**
 * The increments of one change to kept year totals, at paths within the document, so that a
 * database can apply them without reading it. Each path occurs once.
 */
export type YearDelta = readonly { readonly path: readonly string[]; readonly addFen: number }[];

/** Several deltas as one, without increments that cancel out. */
export function mergeDeltas(...deltas: readonly YearDelta[]): YearDelta {
  const byPath = new Map<string, { path: readonly string[]; addFen: number }>();
  for (const { path, addFen } of deltas.flat()) {
    const key = path.join('/');
    byPath.set(key, { path, addFen: (byPath.get(key)?.addFen ?? 0) + addFen });
  }
  return [...byPath.values()].filter((change) => change.addFen !== 0);
}

/** The totals after a delta. Cells of 0 are removed, as in a recount. */
export function applyDelta(totals: YearTotals, delta: YearDelta): YearTotals {
  const tree = copyOf(totals);
  for (const { path, addFen } of delta) increment(tree, path, addFen);
  return canonical(tree);
}

/** The sum of several totals: the hosts of a store give the store. */
export function sumYears(years: readonly YearTotals[]): YearTotals {
  const sum: Tree = {};
  for (const year of years) addTree(sum, partsOf(year));
  return canonical(sum);
}

/** A plain tree of numbers, for the paths of a delta. */
interface Tree {
  [key: string]: Tree | number;
}

function copyOf(totals: YearTotals): Tree {
  const copy: Tree = {};
  addTree(copy, totals as unknown as Tree);
  return copy;
}

function addTree(sum: Tree, tree: Tree): void {
  for (const [key, child] of Object.entries(tree)) {
    if (typeof child === 'number') increment(sum, [key], child);
    else if (typeof child === 'object') addTree(branchOf(sum, key), child);
  }
}

function increment(tree: Tree, path: readonly string[], addFen: number): void {
  let node = tree;
  for (const key of path.slice(0, -1)) node = branchOf(node, key);
  const leaf = path[path.length - 1] ?? '';
  const before = node[leaf];
  node[leaf] = (typeof before === 'number' ? before : 0) + addFen;
}

function branchOf(tree: Tree, key: string): Tree {
  const child = tree[key];
  if (typeof child === 'object') return child;
  const branch: Tree = {};
  tree[key] = branch;
  return branch;
}

/**
 * The same totals without cells of 0, which increments in a database leave behind, and with sorted
 * keys; other fields of a stored document (its id, its version) are left out.
 */
export function canonicalYear(totals: YearTotals): YearTotals {
  return canonical(totals as unknown as Tree);
}

const PARTS = [
  'cells',
  'ranges',
  'days',
  'returns',
  'returned',
  'recorded',
  'sessionMonths',
] as const;

function partsOf(totals: YearTotals): Tree {
  const { entryCount } = totals;
  const parts = PARTS.map((part) => [part, totals[part]] as const);
  return { ...Object.fromEntries(parts), entryCount };
}

function canonical(tree: Tree): YearTotals {
  const { entryCount = 0 } = tree;
  const parts = PARTS.map((part) => [part, prune(tree[part])] as const);
  return { ...Object.fromEntries(parts), entryCount } as unknown as YearTotals;
}

function prune(node: Tree | number | undefined): Tree {
  const kept: Tree = {};
  for (const [key, child] of Object.entries(node ?? {}).sort(byKey)) {
    if (typeof child === 'number') {
      if (child !== 0) kept[key] = child;
    } else {
      const branch = prune(child as Tree);
      if (Object.keys(branch).length > 0) kept[key] = branch;
    }
  }
  return kept;
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** Whether two totals are equal, apart from cells of 0. */
export function isSameYear(a: YearTotals, b: YearTotals): boolean {
  return JSON.stringify(canonicalYear(a)) === JSON.stringify(canonicalYear(b));
}

/**
 * Whether a delta would raise the year's sum of any kind, or the upper bound of its net, beyond the
 * exact range. The lower bound stays within it: it is never below what was refunded.
 */
export function wouldOverflow(
  totals: Pick<YearTotals, 'cells' | 'ranges'>,
  delta: YearDelta,
): boolean {
  const ofKind = (kind: EntryKind) => ({
    kept: cellsOf(totals, kind),
    added: addedBy(delta, ({ path }) => path[0] === 'cells' && path[2] === kind),
  });
  const highs = {
    kept: highsOf(totals),
    added: addedBy(delta, ({ path }) => path[0] === 'ranges' && path[3] === 'highFen'),
  };
  const paid = ofKind('paid');
  return (
    ENTRY_KINDS.some((kind) => !fits(ofKind(kind))) ||
    !fits({
      kept: [...paid.kept, ...highs.kept],
      added: [...paid.added, ...highs.added],
    })
  );
}

/** The delta that makes these totals of an empty year. */
export function deltaOf(totals: YearTotals): YearDelta {
  return leavesOf(partsOf(totals), []);
}

function leavesOf(tree: Tree, path: readonly string[]): YearDelta {
  return Object.entries(tree).flatMap(([key, child]) => {
    const to = [...path, key];
    return typeof child === 'number' ? [{ path: to, addFen: child }] : leavesOf(child, to);
  });
}

/**
 * What a delta raises the sums by at most that {@link wouldOverflow} looks at, in fen. Added up over
 * all deltas of a year, this is a bound of each of its sums.
 */
export function raisedBy(delta: YearDelta): number {
  const raised = delta.filter(({ path, addFen }) => {
    const isLooked = path[0] === 'cells' || (path[0] === 'ranges' && path[3] === 'highFen');
    return isLooked && addFen > 0;
  });
  return raised.reduce((sum, { addFen }) => sum + addFen, 0);
}

/** Decreases come first, or a replacement close to the limit would exceed it in between. */
function fits({ kept, added }: { kept: readonly number[]; added: readonly number[] }): boolean {
  return sumFits(...kept, ...[...added].sort((a, b) => a - b));
}

function addedBy(delta: YearDelta, isMeant: (change: YearDelta[number]) => boolean): number[] {
  return delta.filter(isMeant).map(({ addFen }) => addFen);
}

function highsOf({ ranges }: Pick<YearTotals, 'ranges'>): number[] {
  return Object.values(ranges).flatMap((platforms) =>
    Object.values(platforms).map(({ highFen = 0 }) => highFen),
  );
}

function cellsOf(totals: Pick<YearTotals, 'cells'>, kind: EntryKind): number[] {
  return Object.values(totals.cells).flatMap((month) =>
    Object.values(month[kind] ?? {}).flatMap((platforms) => Object.values(platforms)),
  );
}
