import { makeAutoObservable } from 'mobx';

import type { InputOf } from '../contract/endpoints';
import type { LiveSessionRow } from '../contract/live-session';
import { besideLast, type BesideLast } from '../domain/live-session/beside';
import type { ChinaDay } from '../domain/time';
import type { LiveSessionStore } from './live-session-store';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Page, Paged } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** What sessions are filtered by; null for any. */
export type SessionFilter = Required<
  Omit<InputOf<'liveSession.list'>, 'cursor' | 'from' | 'to' | 'hostId' | 'accountId'>
> & {
  readonly hostId: string | null;
  readonly accountId: string | null;
  readonly from: ChinaDay | null;
  readonly to: ChinaDay | null;
};

/** Sessions of some days, for a calendar. */
export interface SessionDays {
  readonly ids: readonly string[];
  /** Whether there are more than could be read. */
  readonly isCut: boolean;
}

/** The first page of the last filter: one a store, so that copies do not pile up on the device. */
interface FilteredCopy {
  readonly key: string;
  readonly rows: readonly LiveSessionRow[];
}

/** Pages that are read of a calendar's days, at most: a thousand sessions. */
const MAX_CALENDAR_PAGES = 10;

/** Sessions by filter, by words, and by the days of a calendar. */
export class FindStore {
  private readonly lists: PagedMap<string>;
  private readonly days: LoadableMap<SessionDays>;
  private readonly before: LoadableMap<readonly string[]>;

  constructor(
    private readonly context: StoreContext,
    private readonly liveSessions: LiveSessionStore,
  ) {
    this.lists = new PagedMap(context.now, (id) => id);
    this.days = new LoadableMap(context.now);
    this.before = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'liveSessions' | 'lists' | 'days' | 'before'>(this, {
      context: false,
      liveSessions: false,
      lists: false,
      days: false,
      before: false,
    });
  }

  /** The ids of the sessions that a filter leaves, as far as they are read. */
  filtered(filter: SessionFilter): Paged<string> {
    return this.lists.get(filterKey(filter));
  }

  /** Reads the first page; the last filter's copy on this device shows meanwhile. */
  async loadFiltered(filter: SessionFilter): Promise<void> {
    const { copies } = this.context;
    const key = filterKey(filter);
    const name = `filtered/${filter.shopId}`;
    const copy = copies.read<FilteredCopy>(name);
    if (copy?.value.key === key && this.lists.get(key).at === null) {
      const { rows } = copy.value;
      this.liveSessions.putRows(rows.filter(({ id }) => this.liveSessions.row(id) === null));
      this.lists.restore(key, { at: copy.at, value: rows.map(({ id }) => id) });
    }
    await this.first(key, async (cursor) => {
      const result = await this.readList(filter, cursor);
      const value = result.ok ? { key, rows: result.data.items } : null;
      if (value !== null) copies.write<FilteredCopy>(name, value, this.context.now());
      return result;
    });
  }

  loadMoreFiltered(filter: SessionFilter): Promise<void> {
    return this.more(filterKey(filter), (cursor) => this.readList(filter, cursor));
  }

  /** The ids of the sessions that a search found, as far as it went. */
  found(shopId: string, words: string): Paged<string> {
    return this.lists.get(searchKey(shopId, words));
  }

  search(shopId: string, words: string): Promise<void> {
    return this.first(searchKey(shopId, words), (cursor) => this.readSearch(shopId, words, cursor));
  }

  searchOn(shopId: string, words: string): Promise<void> {
    return this.more(searchKey(shopId, words), (cursor) => this.readSearch(shopId, words, cursor));
  }

  /** The sessions of some days, as far as they were read. */
  sessionsOf(shopId: string, from: ChinaDay, to: ChinaDay): Loadable<SessionDays> {
    return this.days.get(daysKey(shopId, from, to));
  }

  /** Reads all sessions of some days; shows the copy on this device meanwhile. */
  async loadDays(shopId: string, from: ChinaDay, to: ChinaDay): Promise<void> {
    const { copies, now } = this.context;
    const key = daysKey(shopId, from, to);
    const copy = copies.read<readonly LiveSessionRow[]>(key);
    if (copy !== null && this.days.get(key).value === null) {
      this.liveSessions.putRows(copy.value.filter(({ id }) => this.liveSessions.row(id) === null));
      const ids = copy.value.map(({ id }) => id);
      this.days.restore(key, { at: copy.at, value: { ids, isCut: false } });
    }
    await this.days.load(
      key,
      () => this.readDays(shopId, from, to),
      ({ items, cursor }) => {
        this.liveSessions.putRows(items);
        copies.write<readonly LiveSessionRow[]>(key, items, now());
        return { ids: items.map(({ id }) => id), isCut: cursor !== null };
      },
    );
  }

  /** A session beside the last ones before it; null where too few are known. */
  beside(session: LiveSessionRow, hostId: string | null): BesideLast | null {
    const ids = this.before.get(besideKey(session, hostId)).value ?? [];
    return besideLast(
      session,
      ids.flatMap((id) => this.liveSessions.row(id) ?? []),
    );
  }

  /**
   * Reads the sessions that a session is compared with: those of its day and before, of the store or
   * of one host. One page: those on it without amounts make the comparison shorter.
   */
  async loadBeside(session: LiveSessionRow, hostId: string | null): Promise<void> {
    const { shopId, bookedOn: to } = session;
    const filter = { shopId, tab: 'ended', hostId, accountId: null, from: null, to } as const;
    await this.before.load(
      besideKey(session, hostId),
      () => this.readList(filter, null),
      (page) => this.idPage(page).items,
    );
  }

  reset(): void {
    this.lists.reset();
    this.days.reset();
    this.before.reset();
  }

  private async readDays(
    shopId: string,
    from: ChinaDay,
    to: ChinaDay,
  ): Promise<Result<Page<LiveSessionRow>>> {
    const filter = { shopId, tab: 'all', hostId: null, accountId: null, from, to } as const;
    let answer = await this.readList(filter, null);
    for (let pages = 1; answer.ok && answer.data.cursor !== null; pages += 1) {
      if (pages === MAX_CALENDAR_PAGES) return answer;
      const { items } = answer.data;
      const next = await this.readList(filter, answer.data.cursor);
      if (!next.ok) return next;
      answer = { ...next, data: { ...next.data, items: [...items, ...next.data.items] } };
    }
    return answer;
  }

  private readList(filter: SessionFilter, cursor: string | null) {
    return this.context.gateway.read('liveSession.list', { ...filter, cursor });
  }

  private readSearch(shopId: string, words: string, cursor: string | null) {
    return this.context.gateway.read('liveSession.search', { shopId, words, cursor });
  }

  private first(
    key: string,
    read: (cursor: null) => Promise<Result<Page<LiveSessionRow>>>,
  ): Promise<void> {
    return this.lists.loadFirst(key, read, (page) => this.idPage(page), true);
  }

  private more(
    key: string,
    read: (cursor: string) => Promise<Result<Page<LiveSessionRow>>>,
  ): Promise<void> {
    return this.lists.loadMore(key, read, (page) => this.idPage(page));
  }

  private idPage({ items, cursor }: Page<LiveSessionRow>): Page<string> {
    this.liveSessions.putRows(items);
    return { items: items.map(({ id }) => id), cursor };
  }
}

function filterKey({ shopId, tab, hostId, accountId, from, to }: SessionFilter): string {
  return ['filter', shopId, tab, hostId, accountId, from, to].join('/');
}

function besideKey({ id }: LiveSessionRow, hostId: string | null): string {
  return `beside/${id}/${hostId ?? ''}`;
}

function searchKey(shopId: string, words: string): string {
  return `search/${shopId}/${words}`;
}

function daysKey(shopId: string, from: ChinaDay, to: ChinaDay): string {
  return `days/${shopId}/${from}/${to}`;
}

/** Finding sessions, for the merchant's package. */
export function createFindStore({ context, liveSessions }: StoreParts): FindStore {
  return new FindStore(context, liveSessions);
}
