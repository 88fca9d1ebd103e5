import { makeAutoObservable, observable } from 'mobx';

import type { InputOf, OutputOf } from '../contract/endpoints';
import type { ErrorCode } from '../contract/errors';
import type { Figures, HostFigures } from '../contract/figures';
import type { LiveSession, LiveSessionRow, LiveSessionTab } from '../contract/live-session';
import { stateAt } from '../domain/live-session/live-session';
import { chinaDayOf, type ChinaMonth } from '../domain/time';
import { LiveSessionRows } from './live-session-rows';
import { idsAbove, LIST_TABS, listKey, placed, TODO_PARTS, TODO_TABS } from './live-session-lists';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Page, Paged } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';
import type { StoreContext } from './store-context';

type SessionAnswer = OutputOf<'liveSession.get'>;
type TodoResult = Result<OutputOf<'liveSession.todo'>>;
/** An answer that brings the first rows of the tabs that ask for something. */
type TodoRows = Pick<OutputOf<'liveSession.todo'>, (typeof TODO_PARTS)[keyof typeof TODO_PARTS]>;
type StepName =
  | 'liveSession.edit'
  | 'liveSession.goLive'
  | 'liveSession.pause'
  | 'liveSession.resume'
  | 'liveSession.end'
  | 'liveSession.correct'
  | 'liveSession.cancel'
  | 'liveSession.undo'
  | 'liveSession.undoSeries';

/** Refusals after which the screen differs from what is stored. */
const MOVED_ON: readonly ErrorCode[] = ['stale_version', 'illegal_transition', 'not_undoable'];

/** What a store's people have to do now, and what comes next. */
export interface LiveSessionTodo {
  onAir: LiveSessionRow[];
  unconfirmed: LiveSessionRow[];
  toRecord: LiveSessionRow[];
  next: LiveSessionRow | null;
}

/** What others must know when a store's records change. */
export interface LiveSessionEvents {
  /** A back-filled session brought its first figure. */
  moneyChanged(shopId: string): void;
}

/** Live sessions of the person's stores: rows in lists, and single sessions in full. */
export class LiveSessionStore {
  private readonly rows = new LiveSessionRows();
  private readonly full: LoadableMap<LiveSession>;
  private readonly lists: PagedMap<string>;
  private readonly stepping = observable.set<string>();

  constructor(
    private readonly context: StoreContext,
    private readonly events: LiveSessionEvents,
  ) {
    this.full = new LoadableMap(context.now);
    this.lists = new PagedMap(context.now, (id) => id);
    makeAutoObservable<this, 'context' | 'events' | 'rows' | 'full' | 'lists' | 'stepping'>(this, {
      context: false,
      events: false,
      rows: false,
      full: false,
      lists: false,
      stepping: false,
    });
  }

  /** A session in full. */
  session(sessionId: string): Loadable<LiveSession> {
    return this.full.get(sessionId);
  }

  /** A session as a row, if it was in any list read so far. */
  row(sessionId: string): LiveSessionRow | null {
    return this.rows.get(sessionId) ?? null;
  }

  /** The month of a session that was in any list read so far; changes with `moves`. */
  readonly monthOf = (sessionId: string): ChinaMonth | null => this.rows.monthOf(sessionId);

  /** Changes whenever a known session comes into another month. */
  get moves(): number {
    return this.rows.moves;
  }

  /** A session as it was read last, in a list or in full; null where it was not. */
  known(sessionId: string): LiveSessionRow | null {
    return this.row(sessionId) ?? this.session(sessionId).value;
  }

  /** The ids of a list as far as it is read: a change of one row does not touch it. */
  idList(shopId: string, tab: LiveSessionTab): Paged<string> {
    return this.lists.get(listKey(shopId, tab));
  }

  /** A list as far as it is read. */
  list(shopId: string, tab: LiveSessionTab): Paged<LiveSessionRow> {
    const list = this.idList(shopId, tab);
    return { ...list, items: list.items.flatMap((id) => this.rows.get(id) ?? []) };
  }

  /** What to do at `now`; empty until `loadTodo`. A plan that is overdue since then waits, too. */
  todo(shopId: string, now: string): LiveSessionTodo {
    const lists = TODO_TABS.map((tab) => [...this.list(shopId, tab).items]);
    const [onAir = [], unconfirmed = [], toRecord = [], upcoming = []] = lists;
    const isAhead = (row: LiveSessionRow): boolean => stateAt(row, now) === 'scheduled';
    const overdue = upcoming.filter((row) => !isAhead(row)).reverse();
    return {
      onAir,
      unconfirmed: [...overdue, ...unconfirmed],
      toRecord,
      next: upcoming.find(isAhead) ?? null,
    };
  }

  /**
   * The ids of sessions that a list of past ones leaves out: they are still to come or stand above.
   * @param maxOfAKind how many of a kind that waits for something stand there.
   */
  elsewhere(shopId: string, now: string, maxOfAKind: number): string[] {
    return [...idsAbove(this.todo(shopId, now), maxOfAKind), ...this.rows.ahead(now)];
  }

  /** Whether a step of this session is under way. */
  isBusy(sessionId: string): boolean {
    return this.stepping.has(sessionId);
  }

  /** Reads a session (`liveSession.get`). */
  async loadSession(sessionId: string): Promise<void> {
    await this.full.load(
      sessionId,
      () => this.context.gateway.read('liveSession.get', { sessionId }),
      ({ session }) => {
        this.place(session);
        return session;
      },
    );
  }

  /**
   * Reads the first page of a list; shows the copy on this device meanwhile.
   * @param keepsTail whether the pages that followed stay, for a person who comes back to the list
   */
  async load(shopId: string, tab: LiveSessionTab, keepsTail = false): Promise<void> {
    const { gateway, copies, now } = this.context;
    const key = listKey(shopId, tab);
    this.restoreCopy(key);
    await this.lists.loadFirst(
      key,
      (cursor) => gateway.read('liveSession.list', this.listInput(shopId, tab, cursor)),
      (page) => {
        copies.write<readonly LiveSessionRow[]>(`sessions/${key}`, page.items, now());
        return this.idPage(page);
      },
      keepsTail,
    );
  }

  /** Reads the next page, unless the list is complete or being read. */
  loadMore(shopId: string, tab: LiveSessionTab): Promise<void> {
    return this.lists.loadMore(
      listKey(shopId, tab),
      (cursor) =>
        this.context.gateway.read('liveSession.list', this.listInput(shopId, tab, cursor)),
      (page) => this.idPage(page),
    );
  }

  /**
   * Reads what there is to do and what comes next: the first rows of four tabs, in one call.
   * @param year the year of which the answer brings the months, too; null for none
   */
  async loadTodo(shopId: string, year: number | null = null): Promise<TodoResult> {
    const reading = this.context.gateway.read('liveSession.todo', { shopId, year });
    await this.takeTodo(shopId, reading);
    return reading;
  }

  /** Takes what there is to do from an answer that may bring more; shows the copy meanwhile. */
  async takeTodo(shopId: string, reading: Promise<Result<TodoRows>>): Promise<void> {
    const { copies, now } = this.context;
    const loads = TODO_TABS.map((tab) => {
      const key = listKey(shopId, tab);
      this.restoreCopy(key);
      const accept = (todo: TodoRows): Page<string> => {
        const page = todo[TODO_PARTS[tab]];
        copies.write<readonly LiveSessionRow[]>(`sessions/${key}`, page.items, now());
        return this.idPage(page);
      };
      return this.lists.loadFirst(key, () => reading, accept, true);
    });
    await Promise.all(loads);
  }

  async schedule(
    input: InputOf<'liveSession.schedule'>,
    requestKey?: string,
  ): Promise<Result<OutputOf<'liveSession.schedule'>>> {
    const result = await this.context.gateway.write('liveSession.schedule', input, requestKey);
    if (result.ok) {
      this.put(result.data.session);
      if (result.data.planned > 1) this.readListsAgain(input.shopId);
    }
    return result;
  }

  /** Plans a session from now on and starts it. */
  async startNow(
    input: InputOf<'liveSession.startNow'>,
    requestKey?: string,
  ): Promise<Result<SessionAnswer>> {
    const result = await this.context.gateway.write('liveSession.startNow', input, requestKey);
    if (result.ok) this.put(result.data.session);
    return result;
  }

  /** A session that took place, with its first figure if that is known. */
  async backfill(
    input: InputOf<'liveSession.backfill'>,
    requestKey?: string,
  ): Promise<Result<SessionAnswer>> {
    const result = await this.context.gateway.write('liveSession.backfill', input, requestKey);
    if (result.ok) {
      this.put(result.data.session);
      if (input.figure) this.events.moneyChanged(input.shopId);
    }
    return result;
  }

  /** On `stale_version` the session is read again before the error is given back. */
  async edit(
    input: InputOf<'liveSession.edit'>,
    requestKey?: string,
  ): Promise<Result<OutputOf<'liveSession.edit'>>> {
    const result = await this.step('liveSession.edit', input, requestKey);
    if (result.ok && result.data.changed > 1) this.readListsAgain(result.data.session.shopId);
    return result;
  }

  /** Takes back the last step in all sessions of a series that took it together. */
  async undoSeries(session: LiveSession): Promise<Result<OutputOf<'liveSession.undoSeries'>>> {
    const { id: sessionId, shopId, version } = session;
    const result = await this.step('liveSession.undoSeries', { sessionId, version });
    if (result.ok) this.readListsAgain(shopId);
    return result;
  }

  /**
   * Takes a step. One that is refused because the session has moved on shows it as it is by now. A
   * session that was only planned or entered leaves every list when that is taken back.
   */
  async step<N extends StepName>(
    name: N,
    input: InputOf<N>,
    requestKey?: string,
  ): Promise<Result<OutputOf<N>>> {
    const { sessionId } = input;
    this.stepping.add(sessionId);
    const result: Result<{ session: LiveSession | null }> = await this.context.gateway.write(
      name,
      input,
      requestKey,
    );
    this.stepDone(sessionId);
    if (result.ok) {
      if (result.data.session === null) this.remove(sessionId);
      else this.put(result.data.session);
    } else if (MOVED_ON.includes(result.error.code)) {
      // The screen differs from what is stored: show that before the error.
      await this.loadSession(sessionId);
    }
    return result;
  }

  /** New sums of a session, known from a sales write; read again when they do not tell all. */
  putFigures(sessionId: string, figures: Figures, hostFigures: HostFigures): void {
    const full = this.full.get(sessionId).value;
    if (full) {
      const { bookedOn } = full;
      const dayFigures = figures.entryCount === 0 ? [] : [{ bookedOn, figures }];
      this.full.put(sessionId, { ...full, figures, hostFigures, dayFigures });
    }
    const row = this.rows.get(sessionId);
    if (row) this.place({ ...row, figures });
    const known = full ?? row;
    const isKnown = (hostId: string | null): boolean =>
      hostId === null || known === undefined || known.hosts.some(({ id }) => id === hostId);
    // Only the cloud tells the days apart when some of its sales wait to be moved, and the pieces.
    const isOneDay = (full?.dayFigures ?? []).every(({ bookedOn }) => bookedOn === full?.bookedOn);
    const isEvening = full !== null && full.pieces.length > 0;
    const isKnownWhole = hostFigures.every(({ hostId }) => isKnown(hostId));
    if (isEvening || !isKnownWhole || !isOneDay) void this.loadSession(sessionId);
  }

  /** Sessions after they were joined or split: of an evening its first piece alone stands in lists. */
  putEvening(sessions: readonly LiveSession[]): void {
    for (const session of sessions) {
      this.put(session);
      for (const { id } of session.pieces.slice(1)) {
        const row = this.rows.get(id);
        if (row) this.place({ ...row, parentId: session.id });
        // The page of a piece shows that it is one.
        if (this.full.get(id).value !== null) void this.loadSession(id);
      }
    }
  }

  /** Keeps rows of a list that another store reads. */
  putRows(rows: readonly LiveSessionRow[]): void {
    for (const row of rows) this.rows.put(row);
  }

  reset(): void {
    this.rows.reset();
    this.full.reset();
    this.lists.reset();
    this.stepping.clear();
  }

  private remove(sessionId: string): void {
    this.rows.delete(sessionId);
    this.full.drop(sessionId);
    for (const key of this.lists.keys()) {
      this.lists.change(key, ({ items }) => items.filter((id) => id !== sessionId));
    }
  }

  /** A write changed sessions that its answer does not name. */
  private readListsAgain(shopId: string): void {
    for (const tab of LIST_TABS) {
      if (this.lists.keys().includes(listKey(shopId, tab))) void this.load(shopId, tab);
    }
  }

  private stepDone(sessionId: string): void {
    this.stepping.delete(sessionId);
  }

  private idPage({ items, cursor }: Page<LiveSessionRow>): Page<string> {
    this.putRows(items);
    return { items: items.map((row) => row.id), cursor };
  }

  private restoreCopy(key: string): void {
    if (this.lists.keys().includes(key)) return;
    const copy = this.context.copies.read<readonly LiveSessionRow[]>(`sessions/${key}`);
    if (!copy) return;
    this.putRows(copy.value.filter((row) => this.rows.get(row.id) === undefined));
    this.lists.restore(key, { at: copy.at, value: copy.value.map((row) => row.id) });
  }

  /** Plans of later days stand in a tab of their own, so that many of them do not hide the rest. */
  private listInput(shopId: string, tab: LiveSessionTab, cursor: string | null) {
    const to = tab === 'all' ? chinaDayOf(this.context.now()) : null;
    return { shopId, tab, to, cursor };
  }

  private put(session: LiveSession): void {
    this.full.put(session.id, session);
    this.place(session);
  }

  /** Puts a changed session where it belongs in every list read so far. */
  private place(row: LiveSessionRow): void {
    const before = this.rows.get(row.id);
    this.rows.put(row);
    for (const tab of LIST_TABS) {
      this.lists.change(listKey(row.shopId, tab), (list) =>
        placed(list, row, tab, (id) => (id === row.id ? before : this.rows.get(id))),
      );
    }
  }
}
