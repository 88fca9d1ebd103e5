import { makeAutoObservable } from 'mobx';

import type { OutputOf } from '../contract/endpoints';
import type { ProgressSubject } from './incentive-store';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** A year of sales by month, with refunds on either of their days. */
export type YearOfSales = OutputOf<'incentive.year'>;

function keyOf({ shopId, hostId, year }: ProgressSubject): string {
  return [shopId, hostId ?? '', year].join('/');
}

/** Statements of the sales of a year. */
export class StatementStore {
  private readonly years: LoadableMap<YearOfSales>;

  constructor(private readonly context: StoreContext) {
    this.years = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'years'>(this, { context: false, years: false });
  }

  /** The year of a host or store, as far as it was read. */
  year(subject: ProgressSubject): Loadable<YearOfSales> {
    return this.years.get(keyOf(subject));
  }

  async load({ shopId, hostId, year }: ProgressSubject): Promise<void> {
    await this.years.load(
      keyOf({ shopId, hostId, year }),
      () => this.context.gateway.read('incentive.year', { shopId, hostId, year }),
      (answer) => answer,
    );
  }

  reset(): void {
    this.years.reset();
  }
}

/** The statements of the merchant's package. */
export function createStatementStore({ context }: StoreParts): StatementStore {
  return new StatementStore(context);
}
