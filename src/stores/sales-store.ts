import { makeAutoObservable, observable } from 'mobx';

import type { InputOf, OutputOf } from '../contract/endpoints';
import type { Figures, HostFigures } from '../contract/figures';
import type { LedgerEntry, SalesTarget } from '../contract/sales';
import { ODDITIES } from '../domain/sales/oddities';
import { statedBasis } from '../domain/sales/entry';
import type { Page, Paged } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** Which part of a store's ledger: of one session, of one China month, or all of it. */
export interface LedgerScope {
  shopId: string;
  sessionId: string | null;
  /** `YYYY-MM`. */
  month: string | null;
  /** Only what counts and names no host. */
  isUnassigned?: boolean;
}

/** What others must know when money was recorded, corrected or undone. */
export interface SalesEvents {
  figuresChanged(sessionId: string, figures: Figures, hostFigures: HostFigures): void;
  moneyChanged(shopId: string): void;
}

type Written = OutputOf<'sales.record'>;

function scopeKey({ shopId, sessionId, month, isUnassigned = false }: LedgerScope): string {
  return [shopId, sessionId ?? '', month ?? '', isUnassigned ? 'unassigned' : ''].join('/');
}

function isIn(
  scopeOfList: string,
  shopId: string,
  entry: LedgerEntry,
  eveningId: string | undefined,
): boolean {
  const [shop, sessionId, month, unassigned] = scopeOfList.split('/');
  return (
    shop === shopId &&
    (sessionId === '' || sessionId === entry.sessionId || sessionId === eveningId) &&
    (month === '' || month === entry.bookedOn.slice(0, 7)) &&
    (unassigned === '' || entry.hostId === null)
  );
}

/** Where an entry belongs. */
function placeOf({ sessionId, bookedOn, hostId, accountId }: LedgerEntry): SalesTarget {
  if (sessionId !== null) return { of: 'session', sessionId, hostId };
  return { of: 'day', bookedOn, hostId, accountId };
}

/** What an entry states. It was recorded before, so nothing about it is asked again. */
function statementOf(entry: LedgerEntry) {
  const { kind, amountFen, returnedOn, source, soldFor } = entry;
  const stated = { kind, amountFen, returnedOn, source, soldFor };
  return { ...stated, basis: statedBasis(entry.basis), confirmed: [...ODDITIES] };
}

/** Whether an entry belongs where a form says. */
function isAt(entry: LedgerEntry, target: InputOf<'sales.record'>['target']): boolean {
  return target.of === 'session'
    ? entry.sessionId === target.sessionId && entry.hostId === (target.hostId ?? entry.hostId)
    : entry.sessionId === null &&
        entry.bookedOn === target.bookedOn &&
        entry.accountId === target.accountId &&
        entry.hostId === target.hostId;
}

/** The sales ledger: entries are immutable, only their status changes. */
export class SalesStore {
  private readonly entries = observable.map<string, LedgerEntry>({}, { deep: false });
  private readonly ledgers: PagedMap<string>;
  /** The statement from which a move came, by the entry that it made. */
  private readonly movedFrom = new Map<string, LedgerEntry>();

  constructor(
    private readonly context: StoreContext,
    private readonly events: SalesEvents,
  ) {
    this.ledgers = new PagedMap(context.now, (id) => id);
    makeAutoObservable<this, 'context' | 'events' | 'entries' | 'ledgers' | 'movedFrom'>(this, {
      context: false,
      events: false,
      entries: false,
      ledgers: false,
      movedFrom: false,
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
  load(scope: LedgerScope): Promise<void> {
    return this.ledgers.loadFirst(
      scopeKey(scope),
      (cursor) => this.context.gateway.read('sales.ledger', { ...scope, cursor }),
      (page) => this.idPage(page),
    );
  }

  /** Reads the next page, unless the ledger is complete or being read. */
  loadMore(scope: LedgerScope): Promise<void> {
    return this.ledgers.loadMore(
      scopeKey(scope),
      (cursor) => this.context.gateway.read('sales.ledger', { ...scope, cursor }),
      (page) => this.idPage(page),
    );
  }

  async record(input: InputOf<'sales.record'>, requestKey?: string): Promise<Result<Written>> {
    const result = await this.context.gateway.write('sales.record', input, requestKey);
    if (result.ok) this.written(input.shopId, result.data);
    return result;
  }

  /**
   * Puts another statement in place of an entry, and moves it where the statement belongs. An entry
   * with as many corrections as one may have goes on as a new one, at the same place.
   */
  async correct(
    entryId: string,
    input: InputOf<'sales.record'>,
    requestKey?: string,
  ): Promise<Result<Written>> {
    const { target, ...statement } = input;
    const entry = this.entries.get(entryId);
    if (entry !== undefined && !isAt(entry, target)) {
      return this.move({ entryId, ...input }, requestKey);
    }
    const replaced = await this.replace({ entryId, ...statement }, requestKey);
    const isFull = !replaced.ok && replaced.error.code === 'limit_reached';
    if (!isFull || entry === undefined) return replaced;
    // Another write with a key of its own: nothing was stored by the refused one.
    return this.move({ entryId, ...input, target: placeOf(entry) });
  }

  /** Another statement at another place; all that stands here for `input.entryId` is undone. */
  async move(
    input: InputOf<'sales.move'>,
    requestKey?: string,
  ): Promise<Result<OutputOf<'sales.move'>>> {
    const result = await this.context.gateway.write('sales.move', input, requestKey);
    if (result.ok) {
      const { entry, left } = result.data;
      const from = this.entries.get(input.entryId);
      if (from !== undefined) this.movedFrom.set(entry.id, from);
      this.setUndone(input.entryId);
      if (left.sessionId !== null) {
        this.events.figuresChanged(left.sessionId, left.figures, left.hostFigures);
      }
      this.eveningChanged(left.evening);
      this.written(input.shopId, result.data);
    }
    return result;
  }

  /** Gives what an entry states to a host, for whom it counts from then on. */
  assign(shopId: string, entry: LedgerEntry, hostId: string): Promise<Result<Written>> {
    const target = placeOf({ ...entry, hostId });
    return this.move({ shopId, entryId: entry.id, target, ...statementOf(entry) });
  }

  /** As {@link correct}, for an entry that a repeated write answered with: it may not be read yet. */
  correctStored(
    entry: LedgerEntry,
    input: InputOf<'sales.record'>,
    requestKey: string,
  ): Promise<Result<Written>> {
    if (!this.entries.has(entry.id)) this.entries.set(entry.id, entry);
    return this.correct(entry.id, input, requestKey);
  }

  /** Another statement in place of `input.entryId`. */
  async replace(input: InputOf<'sales.replace'>, requestKey?: string): Promise<Result<Written>> {
    const result = await this.context.gateway.write('sales.replace', input, requestKey);
    if (result.ok) {
      this.setStatus(input.entryId, 'replaced');
      this.written(input.shopId, result.data);
    }
    return result;
  }

  /** The entry stops counting; the one it had replaced counts again, unless the whole is undone. */
  async undo(input: InputOf<'sales.undo'>, requestKey?: string): Promise<Result<Written>> {
    const result = await this.context.gateway.write('sales.undo', input, requestKey);
    if (result.ok) {
      this.earlierOf(result.data.entry).forEach((id, step) => {
        if (input.isWhole) this.setStatus(id, 'undone');
        else if (step === 0) this.setStatus(id, 'counts');
      });
      this.written(input.shopId, result.data);
    }
    return result;
  }

  /**
   * Takes a write of this program back: an entry that it moved returns with its statement from
   * before, so that the money does not leave the sums; any other is undone.
   */
  takeBack(shopId: string, entryId: string): Promise<Result<Written>> {
    const from = this.movedFrom.get(entryId);
    if (from === undefined) return this.undo({ shopId, entryId });
    return this.move({ shopId, entryId, target: placeOf(from), ...statementOf(from) });
  }

  reset(): void {
    this.movedFrom.clear();
    this.entries.clear();
    this.ledgers.reset();
  }

  private idPage({ items, cursor }: Page<LedgerEntry>): Page<string> {
    for (const entry of items) this.entries.set(entry.id, entry);
    return { items: items.map((entry) => entry.id), cursor };
  }

  /** What an entry replaced, and what that had replaced, as far as they are read. */
  private earlierOf({ replaces }: LedgerEntry): string[] {
    if (replaces === null) return [];
    const earlier = this.entries.get(replaces);
    return [replaces, ...(earlier ? this.earlierOf(earlier) : [])];
  }

  /** Marks an entry and what it replaced, as far as they are read. */
  private setUndone(entryId: string): void {
    const entry = this.entries.get(entryId);
    if (entry === undefined) return;
    for (const id of [entryId, ...this.earlierOf(entry)]) this.setStatus(id, 'undone');
  }

  private setStatus(entryId: string, status: LedgerEntry['status']): void {
    const entry = this.entries.get(entryId);
    if (entry) this.entries.set(entryId, { ...entry, status });
  }

  private written(shopId: string, { entry, figures, hostFigures, evening }: Written): void {
    this.entries.set(entry.id, entry);
    for (const key of this.ledgers.keys()) {
      if (isIn(key, shopId, entry, evening?.sessionId)) {
        this.ledgers.change(key, (list) => this.placed(list, entry));
      }
    }
    if (entry.sessionId !== null) {
      this.events.figuresChanged(entry.sessionId, figures, hostFigures);
    }
    this.eveningChanged(evening);
    this.events.moneyChanged(shopId);
  }

  private eveningChanged(evening: Written['evening']): void {
    if (evening === undefined) return;
    this.events.figuresChanged(evening.sessionId, evening.figures, evening.hostFigures);
  }

  /** An entry beyond the pages read so far is left out: the next page brings it, in its place. */
  private placed({ items, isComplete }: Paged<string>, entry: LedgerEntry): readonly string[] {
    if (items.includes(entry.id)) return items;
    const place = items.findIndex((id) => {
      const other = this.entries.get(id);
      return other !== undefined && other.bookedOn <= entry.bookedOn;
    });
    if (place >= 0) return [...items.slice(0, place), entry.id, ...items.slice(place)];
    return isComplete ? [...items, entry.id] : items;
  }
}

/** The sales of the person's stores, wired to what shows their figures. For `RootStore.later`. */
export function createSalesStore({ context, liveSessions, incentives }: StoreParts): SalesStore {
  return new SalesStore(context, {
    figuresChanged: (sessionId, figures, hostFigures) =>
      liveSessions.putFigures(sessionId, figures, hostFigures),
    // Read again in the background: a shown progress moves; a failure keeps the earlier answer.
    moneyChanged: (shopId) => void incentives.refresh(shopId),
  });
}
