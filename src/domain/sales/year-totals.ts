import { sumFits } from '../money';
import type { Platform } from '../shop/platform';
import type { ChinaMonth } from '../time';
import { ENTRY_KINDS } from './entry';
import type { Basis, EntryKind } from './entry';

/** Platform of a cell; `none` where the entry names none. */
export type CellPlatform = Platform | 'none';

/** Fen by kind, basis and platform within one month. Cells that are not there are 0. */
export type MonthCells = {
  readonly [K in EntryKind]?: {
    readonly [B in Basis]?: { readonly [P in CellPlatform]?: number };
  };
};

/** Amounts of scopes where something was ordered and no paid figure is known. */
export interface OpenAmounts {
  readonly orderedFen: number;
  readonly refundedFen: number;
}

/** Kept totals in one China year: of a host, of sales that name no host, or of a store. */
export interface YearTotals {
  readonly cells: Readonly<Record<ChinaMonth, MonthCells>>;
  readonly open: Readonly<Record<ChinaMonth, Partial<OpenAmounts>>>;
  /** Entries that count. 0 means that nothing is known, not that nothing was sold. */
  readonly entryCount: number;
}

/** Sums by kind and their net (`paid − refunded`, negative when more came back), in fen. */
export interface KindSums {
  readonly orderedFen: number;
  readonly paidFen: number;
  readonly refundedFen: number;
  readonly netFen: number;
}

/** What a year adds up to. All amounts in fen. */
export interface YearSums extends KindSums {
  /** Net of entries an officer has verified; a column of its own, never mixed with the rest. */
  readonly verifiedNetFen: number;
  /** Ordered where no paid figure is known. */
  readonly openOrderedFen: number;
  /** Refunded where no paid figure is known. */
  readonly openRefundedFen: number;
  readonly byBasis: Readonly<Record<Basis, KindSums>>;
  /** Only months in which something is recorded, earliest first. */
  readonly byMonth: Readonly<Record<ChinaMonth, KindSums & { readonly open: OpenAmounts }>>;
  readonly byPlatform: Readonly<Partial<Record<CellPlatform, KindSums>>>;
  readonly entryCount: number;
}

/** A year in which nothing is recorded. */
export const EMPTY_YEAR: YearTotals = { cells: {}, open: {}, entryCount: 0 };

/**
 * What one change adds to kept year totals: increments at paths within the document, so that a
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

/** A plain tree of numbers: the shape in which paths of a delta are walked. */
interface Tree {
  readonly [key: string]: Tree | number;
}

/** The totals after a delta. Cells that come to 0 disappear, as a recount would have them. */
export function applyDelta(totals: YearTotals, delta: YearDelta): YearTotals {
  let tree: Tree = { ...totals };
  for (const { path, addFen } of delta) tree = increment(tree, path, addFen);
  return canonical(tree);
}

/** Several totals as one: the hosts of a store as the store. */
export function sumYears(years: readonly YearTotals[]): YearTotals {
  return years.reduce((sum, year) => applyDelta(sum, leavesOf(year)), EMPTY_YEAR);
}

function leavesOf(totals: YearTotals): YearDelta {
  const walk = (node: Tree, path: string[]): YearDelta =>
    Object.entries(node).flatMap(([key, child]) =>
      typeof child === 'number'
        ? [{ path: [...path, key], addFen: child }]
        : walk(child, [...path, key]),
    );
  return walk({ ...canonicalYear(totals) }, []);
}

function increment(tree: Tree, path: readonly string[], addFen: number): Tree {
  const [head, ...rest] = path;
  if (head === undefined) return tree;
  const child = tree[head];
  if (rest.length === 0) {
    return { ...tree, [head]: (typeof child === 'number' ? child : 0) + addFen };
  }
  return { ...tree, [head]: increment(typeof child === 'object' ? child : {}, rest, addFen) };
}

/**
 * The same totals without cells of 0, which increments in a database leave behind, and with keys
 * in order; unknown fields of a stored document (its id, its version) are left out.
 */
export function canonicalYear(totals: YearTotals): YearTotals {
  return canonical({ cells: totals.cells, open: totals.open, entryCount: totals.entryCount });
}

function canonical(tree: { readonly [key: string]: unknown }): YearTotals {
  const prune = (node: unknown): Record<string, unknown> => {
    const kept: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(node ?? {}).sort(byKey)) {
      if (typeof value === 'number') {
        if (value !== 0) kept[key] = value;
      } else {
        const child = prune(value);
        if (Object.keys(child).length > 0) kept[key] = child;
      }
    }
    return kept;
  };
  const entryCount = typeof tree['entryCount'] === 'number' ? tree['entryCount'] : 0;
  return { cells: prune(tree['cells']), open: prune(tree['open']), entryCount } as YearTotals;
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}

/** Whether two totals say the same, cells of 0 aside. */
export function isSameYear(a: YearTotals, b: YearTotals): boolean {
  return JSON.stringify(canonicalYear(a)) === JSON.stringify(canonicalYear(b));
}

/** Whether a delta would take the year's sum of any kind beyond what is kept exactly. */
export function wouldOverflow(totals: YearTotals, delta: YearDelta): boolean {
  return ENTRY_KINDS.some((kind) => {
    const added = delta.filter(({ path }) => path[0] === 'cells' && path[2] === kind);
    // Decreases first, or a replacement close to the limit would look too large on its way.
    const changes = added.map((change) => change.addFen).sort((a, b) => a - b);
    return !sumFits(...cellsOf(totals, kind), ...changes);
  });
}

function cellsOf(totals: YearTotals, kind: EntryKind): number[] {
  return Object.values(totals.cells).flatMap((month) =>
    Object.values(month[kind] ?? {}).flatMap((platforms) => Object.values(platforms)),
  );
}
