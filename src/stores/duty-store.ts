import { makeAutoObservable, observable } from 'mobx';

import type { Duty, DutyExportRow, DutyItem, DutyLast, DutyLists } from '../contract/duty';
import type { CheckedInputOf, OutputOf } from '../contract/endpoints';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Paged } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';
import type { StoreParts } from './root-store';
import type { Settings } from './settings';
import type { StoreContext } from './store-context';

type DutyAnswer = OutputOf<'duty.tick'>;
type RecordWrite = 'duty.confirm' | 'duty.tick' | 'duty.choose' | 'duty.correct' | 'duty.withdraw';
type ListsAnswer = OutputOf<'duty.saveLists'>;

/** The record of a session, and what was stated last in the store before it. */
export interface SessionDuty {
  duty: Duty;
  last: DutyLast;
}

/** Which records to export: a China year of a store. */
export interface ExportedYear {
  shopId: string;
  year: number;
}

function keyOf({ shopId, year }: ExportedYear): string {
  return `${shopId}/${String(year)}`;
}

/** Records and checklists of sessions, the lists of stores, and the export of a year. */
export class DutyStore {
  private readonly duties: LoadableMap<SessionDuty>;
  private readonly books: LoadableMap<DutyLists>;
  private readonly years: PagedMap<DutyExportRow>;
  private readonly ticking = observable.set<string>();

  constructor(
    private readonly context: StoreContext,
    private readonly settings: Settings,
  ) {
    this.duties = new LoadableMap(context.now);
    this.books = new LoadableMap(context.now);
    this.years = new PagedMap(context.now, ({ sessionId }) => sessionId);
    makeAutoObservable<this, 'context' | 'settings' | 'duties' | 'books' | 'years' | 'ticking'>(
      this,
      {
        context: false,
        settings: false,
        duties: false,
        books: false,
        years: false,
        ticking: false,
        signature: false,
      },
    );
  }

  /** The name that the person signs with; null until they give one. */
  get signature(): string | null {
    return this.settings.signature;
  }

  /** The record of a session, as far as it was read. */
  of(sessionId: string): Loadable<SessionDuty> {
    return this.duties.get(sessionId);
  }

  async load(sessionId: string): Promise<void> {
    await this.duties.load(
      sessionId,
      () => this.context.gateway.read('duty.get', { sessionId }),
      (answer) => answer,
    );
  }

  /** Whether an item is being ticked. */
  isTicking(sessionId: string, itemId: string): boolean {
    return this.ticking.has(`${sessionId}/${itemId}`);
  }

  /** Marks an item as done, or as open again. */
  async tick(
    sessionId: string,
    { id, tick }: Pick<DutyItem, 'id' | 'tick'>,
  ): Promise<Result<DutyAnswer>> {
    const key = `${sessionId}/${id}`;
    this.ticking.add(key);
    const result = await this.write('duty.tick', {
      sessionId,
      itemId: id,
      isDone: tick === null,
      tickedAt: tick?.at ?? null,
      signature: this.signature,
    });
    this.ticked(key);
    return result;
  }

  /** Gives the session another list of the store. */
  choose({ sessionId, list }: Duty, listId: string): Promise<Result<DutyAnswer>> {
    return this.write('duty.choose', { sessionId, listId, insteadOf: list?.id ?? null });
  }

  /** Confirms the record; the name is kept for the next one. */
  async confirm(
    input: CheckedInputOf<'duty.confirm'>,
    requestKey?: string,
  ): Promise<Result<DutyAnswer>> {
    const result = await this.write('duty.confirm', input, requestKey);
    if (result.ok) this.settings.signature = input.signature;
    return result;
  }

  /** Notes a correction made on air. */
  correct(input: CheckedInputOf<'duty.correct'>, requestKey?: string): Promise<Result<DutyAnswer>> {
    return this.write('duty.correct', input, requestKey);
  }

  /** Withdraws a correction; it stays on record. */
  withdraw(sessionId: string, correctionId: string): Promise<Result<DutyAnswer>> {
    const { signature } = this;
    return this.write('duty.withdraw', { sessionId, correctionId, signature });
  }

  /** The lists of a store, as far as they were read. */
  lists(shopId: string): Loadable<DutyLists> {
    return this.books.get(shopId);
  }

  async loadLists(shopId: string): Promise<void> {
    await this.books.load(
      shopId,
      () => this.context.gateway.read('duty.lists', { shopId }),
      (answer) => answer,
    );
  }

  /** On `stale_version` the lists are read again before the error is given back. */
  async saveLists(
    input: CheckedInputOf<'duty.saveLists'>,
    requestKey?: string,
  ): Promise<Result<ListsAnswer>> {
    const result = await this.context.gateway.write('duty.saveLists', input, requestKey);
    if (result.ok) this.books.put(input.shopId, result.data);
    else if (result.error.code === 'stale_version') await this.loadLists(input.shopId);
    return result;
  }

  /** The sessions of a year with their records, as far as they were read. */
  year(year: ExportedYear): Paged<DutyExportRow> {
    return this.years.get(keyOf(year));
  }

  /** Reads a year to its end, page by page; after a failure it goes on where it stopped. */
  async loadYear({ shopId, year }: ExportedYear): Promise<void> {
    const key = keyOf({ shopId, year });
    const read = (cursor: string | null) =>
      this.context.gateway.read('duty.export', { shopId, year, cursor });
    const { status, cursor, error } = this.years.get(key);
    if (status === 'loading') return;
    if (error === null || cursor === null) await this.years.loadFirst(key, read, (page) => page);
    else await this.years.loadMore(key, read, (page) => page);
    while (this.hasNext(key)) await this.years.loadMore(key, read, (page) => page);
  }

  reset(): void {
    this.duties.reset();
    this.books.reset();
    this.years.reset();
    this.ticking.clear();
  }

  private ticked(key: string): void {
    this.ticking.delete(key);
  }

  private hasNext(key: string): boolean {
    const { status, cursor } = this.years.get(key);
    return status === 'ready' && cursor !== null;
  }

  /** Where the record is not as the person saw it, it is read again before the error is given back. */
  private async write<N extends RecordWrite>(
    name: N,
    input: CheckedInputOf<N>,
    requestKey?: string,
  ): Promise<Result<DutyAnswer>> {
    const result: Result<DutyAnswer> = await this.context.gateway.write(name, input, requestKey);
    if (result.ok) this.put(result.data.duty);
    else if (['stale_version', 'illegal_transition'].includes(result.error.code)) {
      await this.load(input.sessionId);
    }
    return result;
  }

  /** Keeps the record of an answer, unless a later one came first: ticks overtake each other. */
  private put(duty: Duty): void {
    const known = this.of(duty.sessionId).value;
    if (known !== null && known.duty.revision > duty.revision) return;
    this.duties.put(duty.sessionId, { duty, last: known?.last ?? null });
  }
}

/** The records of the merchant's package. */
export function createDutyStore({ context, settings }: StoreParts): DutyStore {
  return new DutyStore(context, settings);
}
