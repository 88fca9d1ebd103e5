import type { LiveSession, LiveSessionRow } from '../../src/contract/live-session';
import { BATCHES, rearranged, type RowChange, SCENE, sceneRows } from './scene-rows';

const PAGE = 20;
const DAY_MS = 24 * 3600 * 1000;
/**
 * Words of usual lengths. Seven of them, so that a row never has the words of the row it replaces.
 */
const TITLES = [
  '双肩包专场',
  '会员返场',
  '年终狮岭皮具工厂直发专场',
  '箱包清仓夜场',
  '通勤包上新',
  '花都工厂溯源直播',
  '周年庆',
];

interface ListEvent {
  readonly endpoint?: string;
  readonly input?: {
    readonly tab?: string;
    readonly cursor?: string | null;
    readonly sessionId?: string;
    readonly year?: number;
  };
}

const pad = (index: number): string => String(index).padStart(6, '0');

/**
 * A session as `liveSession.list` answers it, ended `index` days before the first of November 2026.
 */
function rowOf(index: number): LiveSessionRow {
  const start = Date.parse('2026-11-01T12:00:00.000Z') - index * DAY_MS;
  const startAt = new Date(start).toISOString();
  const endAt = new Date(start + 4 * 3600 * 1000).toISOString();
  const paid = 1_250_000 + ((index * 7_919) % 997) * 100_000;
  return {
    id: `01JC5T8QZ0SHOP-01JC5T8R${pad(index)}`,
    shopId: '01JC5T8QZ0SHOP',
    title: `${TITLES[index % TITLES.length] ?? ''} ${index + 1}`,
    hosts: [{ id: 'h', name: '阿禾选好包' }],
    accountId: 'a',
    platform: 'douyin',
    accountName: '阿禾选好包',
    precision: 'instant',
    startAt,
    endAt,
    bookedOn: startAt.slice(0, 10),
    state: 'ended',
    startedAt: startAt,
    endedAt: endAt,
    figures: {
      orderedFen: paid + 5_000,
      paidFen: paid,
      refundedFen: 0,
      net: { low: paid, high: paid },
      lacksSale: false,
      entryCount: 1,
    },
    parentId: null,
    pieceCount: 0,
    waiting: [],
    version: 3,
  };
}

/** A session as `liveSession.get` answers it, without a plan and without events. */
function inFull(row: LiveSessionRow): LiveSession {
  return {
    ...row,
    pauses: [],
    hostFigures: [],
    pieces: [],
    dayFigures: [],
    goalFen: null,
    teasers: [],
    isAiPresenter: false,
    seriesId: null,
    history: [],
    historyPages: 0,
    undoable: null,
  };
}

function answered(data: object): { result: unknown } {
  return {
    result: { ok: true, data, requestId: 'bench', warnings: [] },
  };
}

const monthOf = ({ bookedOn }: LiveSessionRow): string => bookedOn.slice(0, 7);

/**
 * Answers `liveSession.list`, `.todo`, `.get` and `.months` from memory, so that a step measures the screen
 * alone.
 */
export class RowServer {
  private rows: LiveSessionRow[] = [];
  /** What the list shows of `rows`, in its order. */
  private shown: LiveSessionRow[] = [];
  /** Rows of the first page, and of each that follows. */
  private pages = { first: PAGE, next: PAGE };
  private isOn = false;
  /** How often a page after the first one was asked for. */
  asked = 0;
  /** Kept, because adding up a long list would count as time of the screen. */
  private readonly months = new Map<string, { sessions: number; fen: number }>();

  /** Answers a list of `count` rows from now on. */
  fill(count: number): void {
    this.isOn = true;
    this.pages = { first: PAGE, next: PAGE };
    this.rows = Array.from({ length: count }, (_, index) => rowOf(index));
    this.show(this.rows);
  }

  /** Answers the rows of the scenes: all in the first page, and batches after it. */
  fillScenes(): void {
    this.isOn = true;
    this.pages = { first: SCENE.rows, next: SCENE.batch };
    this.rows = sceneRows(rowOf, SCENE.rows + BATCHES * SCENE.batch);
    this.show(this.rows);
  }

  /** Leaves everything to the desk's cloud. */
  turnOff(): void {
    this.isOn = false;
  }

  /** Takes a step of a scene; only after rebuilding does the list have pages to append. */
  rearrange(change: RowChange): void {
    const isPaged = change.scene === 'rebuild';
    this.pages = isPaged
      ? { first: SCENE.rows, next: SCENE.batch }
      : { first: Infinity, next: Infinity };
    const { rows, shown } = rearranged(this.rows, change, rowOf);
    this.rows = rows;
    this.show(shown);
  }

  private show(shown: LiveSessionRow[]): void {
    this.shown = shown;
    this.months.clear();
    for (const row of shown) this.count(row, 1);
  }

  /**
   * Index of the session whose title is among the words of a drawn row; titles are unique.
   * @throws Error for words that hold no title: the row is drawn otherwise than it was
   */
  indexOfTitle(words: readonly (string | null)[]): number {
    const index = this.rows.findIndex((row) => words.includes(String(row.title)));
    if (index === -1) throw new Error(`no session has a title among ${words.join(', ')}`);
    return index;
  }

  /** Another amount. */
  change(index: number): void {
    const row = this.rows[index];
    if (!row) return;
    const fen = (row.figures.net?.low ?? 0) + 98_765_400;
    const net = { low: fen, high: fen };
    const changed = { ...row, figures: { ...row.figures, net } };
    this.rows[index] = changed;
    this.count(row, -1);
    this.count(changed, 1);
  }

  /** Another end, which leaves the sums of its month as they are. */
  endEarlier(index: number): void {
    const row = this.rows[index];
    if (!row) return;
    const endAt = new Date(Date.parse(row.endAt) - 15 * 60 * 1000).toISOString();
    this.rows[index] = { ...row, endAt, endedAt: endAt };
  }

  remove(index: number): void {
    for (const row of this.rows.splice(index, 1)) this.count(row, -1);
  }

  /** null: the event is for another endpoint. Only the tab of all sessions has any. */
  answer(event: unknown): { result: unknown } | null {
    if (!this.isOn) return null;
    const { endpoint, input } = event as ListEvent;
    if (endpoint === 'liveSession.get') {
      const row = this.rows.find(({ id }) => id === input?.sessionId);
      return row ? answered({ session: inFull(row) }) : null;
    }
    if (endpoint === 'liveSession.todo') {
      const none = { items: [], cursor: null };
      const todo = { onAir: none, unconfirmed: none, toRecord: none, upcoming: none };
      return answered({ ...todo, months: this.monthsOf(input?.year) });
    }
    if (endpoint === 'liveSession.months') return answered({ months: this.monthsOf(input?.year) });
    if (endpoint !== 'liveSession.list') return null;
    const from = Number(input?.cursor ?? 0);
    if (from > 0) this.asked += 1;
    const all = input?.tab === 'all' ? this.shown : [];
    const to = from + (from === 0 ? this.pages.first : this.pages.next);
    const items = all.slice(from, to);
    const cursor = to < all.length ? String(to) : null;
    return answered({ items, cursor });
  }

  private count(row: LiveSessionRow, sign: 1 | -1): void {
    const { sessions, fen } = this.months.get(monthOf(row)) ?? { sessions: 0, fen: 0 };
    const net = row.figures.net?.low ?? 0;
    this.months.set(monthOf(row), { sessions: sessions + sign, fen: fen + sign * net });
  }

  private monthsOf(year: number | undefined): object[] {
    return [...this.months]
      .filter(([month, { sessions }]) => Number(month.slice(0, 4)) === year && sessions > 0)
      .map(([month, { sessions, fen }]) => ({ month, sessions, net: { low: fen, high: fen } }));
  }
}
