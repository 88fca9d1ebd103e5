import { makeAutoObservable } from 'mobx';

import type { OutputOf } from '../contract/endpoints';
import type { OwnShop } from '../contract/shop';
import { ownHostId } from '../domain/shop/shop';
import type { IncentiveStore } from './incentive-store';
import type { LiveSessionStore } from './live-session-store';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { StoreContext } from './store-context';

type HomeAnswer = OutputOf<'incentive.home'>;

/** What the home page shows beside sessions and progress, which other stores keep. */
export type HomeParts = Pick<HomeAnswer, 'hasSessions' | 'week' | 'hosts'>;

/** The home page of the person's stores: one call fills it and what it shares with other pages. */
export class HomeStore {
  private readonly homes: LoadableMap<HomeParts>;

  constructor(
    private readonly context: StoreContext,
    private readonly liveSessions: Pick<LiveSessionStore, 'takeTodo'>,
    private readonly incentives: Pick<IncentiveStore, 'askedWith' | 'restoreCopy' | 'put'>,
  ) {
    this.homes = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'liveSessions' | 'incentives' | 'homes'>(this, {
      context: false,
      liveSessions: false,
      incentives: false,
      homes: false,
    });
  }

  /** The home page of a store. */
  home(shopId: string): Loadable<HomeParts> {
    return this.homes.get(shopId);
  }

  /** Reads it; shows the copy on this device meanwhile. */
  async load(shop: OwnShop, year: number): Promise<void> {
    const { copies, gateway, now } = this.context;
    const { id: shopId } = shop;
    const subject = { shopId, hostId: ownHostId(shop), year };
    this.homes.restore(shopId, copies.read<HomeParts>(`home/${shopId}`));
    this.incentives.restoreCopy(subject);
    const reading = gateway.read('incentive.home', {
      shopId,
      year,
      ...this.incentives.askedWith,
    });
    const taking = this.liveSessions.takeTodo(shopId, reading);
    await this.homes.load(
      shopId,
      () => reading,
      ({ hasSessions, week, hosts, progress }) => {
        if (progress !== null) this.incentives.put(subject, progress);
        const parts = { hasSessions, week, hosts };
        copies.write<HomeParts>(`home/${shopId}`, parts, now());
        return parts;
      },
    );
    await taking;
  }

  reset(): void {
    this.homes.reset();
  }
}
