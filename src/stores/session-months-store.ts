import { makeAutoObservable } from 'mobx';

import type { LiveSessionMonth } from '../contract/live-session-find';
import { shopIdOf } from '../domain/shop/ids';
import { type ChinaMonth, yearOf } from '../domain/time';
import { LoadableMap } from './loadable-map';
import type { StoreContext } from './store-context';

/** What sessions of months add up to, of stores and of their hosts. */
export class SessionMonthsStore {
  private readonly years: LoadableMap<readonly LiveSessionMonth[]>;

  constructor(private readonly context: StoreContext) {
    this.years = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'years'>(this, { context: false, years: false });
  }

  /** The sums of a month, of a store or one of its hosts; null where there are none, or not known. */
  month(shopId: string, hostId: string | null, month: ChinaMonth): LiveSessionMonth | null {
    const { value } = this.years.get(keyOf(shopId, hostId, yearOf(month)));
    return value?.find((sums) => sums.month === month) ?? null;
  }

  /** Reads the months of a year; shows the copy on this device meanwhile. */
  async load(shopId: string, hostId: string | null, year: number): Promise<void> {
    const { gateway, copies, now } = this.context;
    const key = keyOf(shopId, hostId, year);
    this.years.restore(key, copies.read(`months/${key}`));
    await this.years.load(
      key,
      () => gateway.read('liveSession.months', { shopId, hostId, year }),
      ({ months }) => {
        copies.write(`months/${key}`, months, now());
        return months;
      },
    );
  }

  /** Reads again what was read of a store and its hosts: amounts may have been recorded since. */
  async refresh(shopId: string): Promise<void> {
    const read = this.years.keys().map((key) => {
      const [ownerId = '', year] = key.split('/');
      return { ownerId, year: Number(year) };
    });
    const own = read.filter(({ ownerId }) => shopIdOf(ownerId) === shopId);
    const hostOf = (ownerId: string): string | null => (ownerId === shopId ? null : ownerId);
    await Promise.all(own.map(({ ownerId, year }) => this.load(shopId, hostOf(ownerId), year)));
  }

  reset(): void {
    this.years.reset();
  }
}

function keyOf(shopId: string, hostId: string | null, year: number): string {
  return `${hostId ?? shopId}/${year}`;
}
