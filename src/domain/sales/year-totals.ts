import { sumFits } from '../money';
import type { Platform } from '../shop/platform';
import type { ChinaDay, ChinaMonth } from '../time';
import { type Basis, ENTRY_KINDS, type EntryKind } from './entry';
import type { ReturnAge } from './return-age';

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

/** What was sold day by day on one platform, fen; what came back of it is on the day of the sale. */
export interface DayAmounts {
  readonly paidFen?: Readonly<Record<ChinaDay, number>>;
  readonly refundedFen?: Readonly<Record<ChinaDay, number>>;
}

/** What one day's recording added to the year, in fen; less than 0 where something was taken out. */
export type RecordedAmounts = {
  readonly [K in EntryKind]?: { readonly [B in Basis]?: number };
} & { readonly open?: Partial<OpenAmounts>; readonly entryCount?: number };

/** Kept totals in one China year: of a host, of sales that name no host, or of a store. */
export interface YearTotals {
  readonly cells: Readonly<Record<ChinaMonth, MonthCells>>;
  readonly open: Readonly<Record<ChinaMonth, Partial<OpenAmounts>>>;
  /** By platform and day of the sale: what a forecast, and the age of what was sold, are worked out from. */
  readonly days: { readonly [P in CellPlatform]?: DayAmounts | undefined };
  /** Refunded, by platform and by how long after the sale it was recorded. */
  readonly returns: {
    readonly [P in CellPlatform]?: { readonly [A in ReturnAge]?: number } | undefined;
  };
  /** By the day of recording: what the year added up to on an earlier day is their sum up to it. */
  readonly recorded: Readonly<Record<ChinaDay, RecordedAmounts>>;
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

/** What a year adds up to, as far as the tiers are held against it. All amounts in fen. */
export interface YearFigures extends KindSums {
  /** Net of entries an officer has verified; a column of its own, never mixed with the rest. */
  readonly verifiedNetFen: number;
  /** Ordered where no paid figure is known. */
  readonly openOrderedFen: number;
  /** Refunded where no paid figure is known. */
  readonly openRefundedFen: number;
  readonly byBasis: Readonly<Record<Basis, KindSums>>;
  /** Entries that count. */
  readonly entryCount: number;
}

/** A year's figures with their parts. */
export interface YearSums extends YearFigures {
  /** Only months in which something is recorded, earliest first. */
  readonly byMonth: Readonly<Record<ChinaMonth, KindSums & { readonly open: OpenAmounts }>>;
  readonly byPlatform: Readonly<Partial<Record<CellPlatform, KindSums>>>;
}

/** A year in which nothing is recorded. */
export const EMPTY_YEAR: YearTotals = {
  cells: {},
  open: {},
  days: {},
  returns: {},
  recorded: {},
  entryCount: 0,
};

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

/** The totals after a delta. Cells that come to 0 disappear, as a recount would have them. */
export function applyDelta(totals: YearTotals, delta: YearDelta): YearTotals {
  const tree = copyOf(totals);
  for (const { path, addFen } of delta) increment(tree, path, addFen);
  return canonical(tree);
}

/** Several totals as one: the hosts of a store as the store. */
export function sumYears(years: readonly YearTotals[]): YearTotals {
  const sum: Tree = {};
  for (const { cells, open, days, returns, recorded, entryCount } of years) {
    addTree(sum, { cells, open, days, returns, recorded, entryCount } as unknown as Tree);
  }
  return canonical(sum);
}

/** A plain tree of numbers: the shape in which paths of a delta are walked. */
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
  const was = node[leaf];
  node[leaf] = (typeof was === 'number' ? was : 0) + addFen;
}

function branchOf(tree: Tree, key: string): Tree {
  const child = tree[key];
  if (typeof child === 'object') return child;
  const branch: Tree = {};
  tree[key] = branch;
  return branch;
}

/**
 * The same totals without cells of 0, which increments in a database leave behind, and with keys
 * in order; unknown fields of a stored document (its id, its version) are left out.
 */
export function canonicalYear(totals: YearTotals): YearTotals {
  return canonical(totals as unknown as Tree);
}

const PARTS = ['cells', 'open', 'days', 'returns', 'recorded'] as const;

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

/** Whether two totals say the same, cells of 0 aside. */
export function isSameYear(a: YearTotals, b: YearTotals): boolean {
  return JSON.stringify(canonicalYear(a)) === JSON.stringify(canonicalYear(b));
}

/** Whether a delta would take the year's sum of any kind beyond what is kept exactly. */
export function wouldOverflow(totals: Pick<YearTotals, 'cells'>, delta: YearDelta): boolean {
  return ENTRY_KINDS.some((kind) => {
    const added = delta.filter(({ path }) => path[0] === 'cells' && path[2] === kind);
    // Decreases first, or a replacement close to the limit would look too large on its way.
    const changes = added.map((change) => change.addFen).sort((a, b) => a - b);
    return !sumFits(...cellsOf(totals, kind), ...changes);
  });
}

function cellsOf(totals: Pick<YearTotals, 'cells'>, kind: EntryKind): number[] {
  return Object.values(totals.cells).flatMap((month) =>
    Object.values(month[kind] ?? {}).flatMap((platforms) => Object.values(platforms)),
  );
}
