import type { LiveSessionRow } from '../../src/contract/live-session';

/**
 * A step of the list scenes of https://github.com/weapp-vite/benchmarks, which measures frameworks
 * of mini programs; `turn` counts its repetitions. Appending is a page of its own.
 */
export interface RowChange {
  readonly scene: 'rebuild' | 'update' | 'sort' | 'filter' | 'group' | 'window' | 'replace';
  readonly turn: number;
}

/** The rows of that benchmark, and of its batches, windows and groups. */
export const SCENE = { rows: 480, batch: 120, window: 140, groups: 12, replaced: 640 } as const;

/** Batches that are there to be appended. */
export const BATCHES = 4;
/** Steps between two windows. */
const WINDOW_STEP = 53;

/** Its figure of a row, 0 to 100, which it sorts and filters by. */
const scoreOf = (index: number): number => (index * 17) % 101;

/** All rows are of one month, so that their order is free. */
function inOneMonth(row: LiveSessionRow, index: number, score: number): LiveSessionRow {
  return withScore(onDay(row, 2026, 10, (index % 28) + 1), score);
}

function onDay(row: LiveSessionRow, year: number, month: number, day: number): LiveSessionRow {
  const startAt = new Date(Date.UTC(year, month - 1, day, 12)).toISOString();
  const endAt = new Date(Date.UTC(year, month - 1, day, 16)).toISOString();
  const bookedOn = startAt.slice(0, 10);
  return { ...row, startAt, endAt, startedAt: startAt, endedAt: endAt, bookedOn };
}

function withScore(row: LiveSessionRow, score: number): LiveSessionRow {
  const fen = 1_000_000 + score * 10_000;
  return { ...row, figures: { ...row.figures, paidFen: fen, net: { low: fen, high: fen } } };
}

function scoreIn({ figures }: LiveSessionRow): number {
  return ((figures.net?.low ?? 0) - 1_000_000) / 10_000;
}

/** Rows of the scenes from `offset` on. @param rowAt makes a row of an index */
export function sceneRows(
  rowAt: (index: number) => LiveSessionRow,
  count: number,
  offset = 0,
): LiveSessionRow[] {
  return Array.from({ length: count }, (_, index) =>
    inOneMonth(rowAt(offset + index), index, scoreOf(offset + index)),
  );
}

/**
 * What a scene makes of the rows.
 * @returns all rows, and those of them that the list shows, in its order
 */
export function rearranged(
  rows: readonly LiveSessionRow[],
  { scene, turn }: RowChange,
  rowAt: (index: number) => LiveSessionRow,
): { rows: LiveSessionRow[]; shown: LiveSessionRow[] } {
  const whole = (all: LiveSessionRow[]) => ({ rows: all, shown: all });
  switch (scene) {
    case 'rebuild':
      return whole(sceneRows(rowAt, SCENE.rows + BATCHES * SCENE.batch, (turn + 1) * 10_000));
    case 'replace':
      return whole(sceneRows(rowAt, SCENE.replaced, 100_000 + turn * SCENE.replaced));
    case 'update': {
      const stride = 3 + (turn % 5);
      return whole(
        rows.map((row, index) =>
          index % stride === 0 ? withScore(row, (scoreIn(row) + 7) % 101) : row,
        ),
      );
    }
    case 'sort': {
      const sign = turn % 2 === 0 ? -1 : 1;
      const order = (a: LiveSessionRow, b: LiveSessionRow): number =>
        sign * (scoreIn(a) - scoreIn(b)) || (a.id < b.id ? sign : -sign);
      return { rows: [...rows], shown: [...rows].sort(order) };
    }
    case 'filter': {
      const isShown = (row: LiveSessionRow, index: number): boolean =>
        turn % 2 === 1 || (index % 3 !== 0 && scoreIn(row) >= 50);
      return { rows: [...rows], shown: rows.filter(isShown) };
    }
    case 'group': {
      const perGroup = Math.ceil(rows.length / SCENE.groups);
      return whole(
        rows.map((row, index) => {
          const month = SCENE.groups - Math.floor(index / perGroup);
          return onDay(row, 2026, month, 28 - (index % 28));
        }),
      );
    }
    case 'window': {
      const from = Math.min((turn + 1) * WINDOW_STEP, rows.length - SCENE.window);
      return { rows: [...rows], shown: rows.slice(from, from + SCENE.window) };
    }
  }
}
