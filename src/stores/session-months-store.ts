import { makeAutoObservable } from 'mobx';

import type { LiveSessionMonth } from '../contract/live-session-find';
import { shopIdOf } from '../domain/shop/ids';
import { type ChinaMonth, yearOf } from '../domain/time';
import { LoadableMap } from './loadable-map';
import type { Result } from './result';
import type { StoreContext } from './store-context';

/** An answer that may bring the months of a year. */
interface WithMonths {
  readonly months: LiveSessionMonth[] | null;
}

/** What sessions of months add up to, of stores and of their hosts. */
export class SessionMonthsStore {
  private readonly years: LoadableMap<readonly LiveSessionMonth[]>;
  /** How many months of a year are on the screen, by key. */
  private readonly shown = new Map<string, number>();
  /** Years to read again once one of their months comes on the screen. */
  private readonly stale = new Set<string>();

  constructor(private readonly context: StoreContext) {
    this.years = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'years' | 'shown' | 'stale'>(this, {
      context: false,
      years: false,
      shown: false,
      stale: false,
    });
  }

  /** The sums of a month, of a store or one of its hosts; null where there are none, or not known. */
  month(shopId: string, hostId: string | null, month: ChinaMonth): LiveSessionMonth | null {
    const { value } = this.years.get(keyOf(shopId, hostId, yearOf(month)));
    return value?.find((sums) => sums.month === month) ?? null;
  }

  /**
   * Reads the year of a month that is on the screen, unless it is known.
   * @returns what to call when the month leaves the screen
   */
  show(shopId: string, hostId: string | null, month: ChinaMonth): () => void {
    const year = yearOf(month);
    const key = keyOf(shopId, hostId, year);
    const count = (by: number): void => void this.shown.set(key, (this.shown.get(key) ?? 0) + by);
    count(1);
    if (this.stale.has(key) || !this.years.keys().includes(key)) {
      void this.load(shopId, hostId, year);
    }
    return () => count(-1);
  }

  /** Reads the months of a year; shows the copy on this device meanwhile. */
  async load(shopId: string, hostId: string | null, year: number): Promise<void> {
    const { gateway } = this.context;
    await this.loadFrom(keyOf(shopId, hostId, year), () =>
      gateway.read('liveSession.months', { shopId, hostId, year }),
    );
  }

  /**
   * Takes a store's months of a year from an answer that brings more than them, so that a heading
   * drawn meanwhile does not ask for the same. Other years are read again once they are shown.
   */
  async take(shopId: string, year: number, reading: Promise<Result<WithMonths>>): Promise<void> {
    const known = keyOf(shopId, null, year);
    await Promise.all([
      this.loadFrom(known, async () => {
        const result = await reading;
        return result.ok ? { ...result, data: { months: result.data.months ?? [] } } : result;
      }),
      this.refresh(shopId, known),
    ]);
  }

  /**
   * Reads again what is on the screen of a store and its hosts, because amounts may have been
   * recorded since; other years once they are shown, however many a long list has.
   * @param except the key of what is being read already
   */
  async refresh(shopId: string, except: string | null = null): Promise<void> {
    const own = this.years
      .keys()
      .map((key) => ({ key, ownerId: key.split('/')[0] ?? '', year: Number(key.split('/')[1]) }))
      .filter(({ key, ownerId }) => shopIdOf(ownerId) === shopId && key !== except);
    for (const { key } of own) this.stale.add(key);
    const shown = own.filter(({ key }) => (this.shown.get(key) ?? 0) > 0);
    const hostOf = (ownerId: string): string | null => (ownerId === shopId ? null : ownerId);
    await Promise.all(shown.map(({ ownerId, year }) => this.load(shopId, hostOf(ownerId), year)));
  }

  private async loadFrom(
    key: string,
    read: () => Promise<Result<{ months: LiveSessionMonth[] }>>,
  ): Promise<void> {
    const { copies, now } = this.context;
    this.stale.delete(key);
    this.years.restore(key, copies.read(`months/${key}`));
    await this.years.load(key, read, ({ months }) => {
      copies.write(`months/${key}`, months, now());
      return months;
    });
  }

  reset(): void {
    this.stale.clear();
    this.years.reset();
  }
}

function keyOf(shopId: string, hostId: string | null, year: number): string {
  return `${hostId ?? shopId}/${year}`;
}
