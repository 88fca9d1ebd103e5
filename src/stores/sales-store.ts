import { makeAutoObservable, observable } from 'mobx';

import type { InputOf, OutputOf } from '../contract/endpoints';
import type { Figures } from '../contract/figures';
import type { LedgerEntry } from '../contract/sales';
import type { Page, Paged } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';
import type { StoreContext } from './store-context';

/** Which part of a store's ledger: of one session, of one China month, or all of it. */
export interface LedgerScope {
  shopId: string;
  sessionId: string | null;
  /** `YYYY-MM`. */
  month: string | null;
}

/** What others must know when money was recorded, corrected or undone. */
export interface SalesEvents {
  figuresChanged(sessionId: string, figures: Figures): void;
  moneyChanged(shopId: string): void;
}

type Written = OutputOf<'sales.record'>;

const scopeKey = ({ shopId, sessionId, month }: LedgerScope): string =>
  [shopId, sessionId ?? '', month ?? ''].join('/');

const isIn = (scopeOfList: string, shopId: string, entry: LedgerEntry): boolean => {
  const [shop, sessionId, month] = scopeOfList.split('/');
  return (
    shop === shopId &&
    (sessionId === '' || sessionId === entry.sessionId) &&
    (month === '' || month === entry.bookedOn.slice(0, 7))
  );
};

/** The sales ledger: entries are immutable, only their status changes. */
export class SalesStore {
  private readonly entries = observable.map<string, LedgerEntry>({}, { deep: false });
  private readonly ledgers: PagedMap<string>;

  constructor(
    private readonly context: StoreContext,
    private readonly events: SalesEvents,
  ) {
    this.ledgers = new PagedMap(context.now, (id) => id);
    makeAutoObservable<this, 'context' | 'events' | 'entries' | 'ledgers'>(this, {
      context: false,
      events: false,
      entries: false,
      ledgers: false,
    });
  }

  /** An entry read or written so far. */
  entry(entryId: string): LedgerEntry | null {
    return this.entries.get(entryId) ?? null;
  }

  /** The ledger as far as it is read: latest booked first, replaced and undone entries included. */
  ledger(scope: LedgerScope): Paged<LedgerEntry> {
    const list = this.ledgers.get(scopeKey(scope));
    return { ...list, items: list.items.flatMap((id) => this.entries.get(id) ?? []) };
  }

  /** Reads the first page. */
  async load(scope: LedgerScope): Promise<void> {
    await this.ledgers.loadFirst(scopeKey(scope), (cursor) => this.page(scope, cursor));
  }

  /** Reads the next page, unless the ledger is complete or being read. */
  loadMore(scope: LedgerScope): Promise<void> {
    return this.ledgers.loadMore(scopeKey(scope), (cursor) => this.page(scope, cursor));
  }

  async record(input: InputOf<'sales.record'>, requestKey?: string): Promise<Result<Written>> {
    const result = await this.context.gateway.write('sales.record', input, requestKey);
    if (result.ok) this.written(input.shopId, result.data);
    return result;
  }

  /** A whole new entry in place of `input.entryId`. */
  async replace(input: InputOf<'sales.replace'>, requestKey?: string): Promise<Result<Written>> {
    const result = await this.context.gateway.write('sales.replace', input, requestKey);
    if (result.ok) {
      this.setStatus(input.entryId, 'replaced');
      this.written(input.shopId, result.data);
    }
    return result;
  }

  /** The entry stops counting; the one it had replaced counts again. */
  async undo(input: InputOf<'sales.undo'>, requestKey?: string): Promise<Result<Written>> {
    const result = await this.context.gateway.write('sales.undo', input, requestKey);
    if (result.ok) {
      const { replaces } = result.data.entry;
      if (replaces !== null) this.setStatus(replaces, 'counts');
      this.written(input.shopId, result.data);
    }
    return result;
  }

  reset(): void {
    this.entries.clear();
    this.ledgers.reset();
  }

  private async page(scope: LedgerScope, cursor: string | null): Promise<Result<Page<string>>> {
    const answer = await this.context.gateway.read('sales.ledger', { ...scope, cursor });
    if (!answer.ok) return answer;
    this.putEntries(answer.data.items);
    return {
      ...answer,
      data: { items: answer.data.items.map((entry) => entry.id), cursor: answer.data.cursor },
    };
  }

  private putEntries(entries: readonly LedgerEntry[]): void {
    for (const entry of entries) this.entries.set(entry.id, entry);
  }

  private setStatus(entryId: string, status: LedgerEntry['status']): void {
    const entry = this.entries.get(entryId);
    if (entry) this.entries.set(entryId, { ...entry, status });
  }

  private written(shopId: string, { entry, figures }: Written): void {
    this.entries.set(entry.id, entry);
    for (const key of this.ledgers.keys()) {
      if (isIn(key, shopId, entry)) this.ledgers.change(key, (ids) => this.placed(ids, entry));
    }
    if (entry.sessionId !== null) this.events.figuresChanged(entry.sessionId, figures);
    this.events.moneyChanged(shopId);
  }

  private placed(ids: readonly string[], entry: LedgerEntry): readonly string[] {
    if (ids.includes(entry.id)) return ids;
    const after = ids.findIndex((id) => {
      const other = this.entries.get(id);
      return other !== undefined && other.bookedOn <= entry.bookedOn;
    });
    return after < 0 ? [...ids, entry.id] : [...ids.slice(0, after), entry.id, ...ids.slice(after)];
  }
}
