import { makeAutoObservable } from 'mobx';

import type { InputOf, OutputOf } from '../contract/endpoints';
import type { ShopAhead } from '../contract/discover';
import type { PublicShopCard } from '../contract/public';
import type { PageEvent } from '../domain/audience/audience';
import { shopIdOf } from '../domain/shop/ids';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Paged } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';
import type { StoreContext } from './store-context';

const AHEAD = 'ahead';
const STORES = 'stores';
const asIs = <Value>(answer: Value): Value => answer;

/** A published store's page. */
export type ShopPage = OutputOf<'shop.view'>;
/** A public session's page. */
export type SessionPage = OutputOf<'liveSession.view'>;

/** What anybody may see, logged in or not. */
export class DiscoverStore {
  private readonly aheadLists: PagedMap<ShopAhead>;
  private readonly lists: PagedMap<PublicShopCard>;
  private readonly shopPages: LoadableMap<ShopPage>;
  private readonly sessionPages: LoadableMap<SessionPage>;

  constructor(private readonly context: StoreContext) {
    this.aheadLists = new PagedMap(context.now, ({ shop }) => shop.id);
    this.lists = new PagedMap(context.now, (shop) => shop.id);
    this.shopPages = new LoadableMap(context.now);
    this.sessionPages = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'aheadLists' | 'lists' | 'shopPages' | 'sessionPages'>(
      this,
      {
        context: false,
        aheadLists: false,
        lists: false,
        shopPages: false,
        sessionPages: false,
      },
    );
  }

  /** Stores with sessions on air or to come, as of the last reading; screens move them on by time. */
  get ahead(): Paged<ShopAhead> {
    return this.aheadLists.get(AHEAD);
  }

  /** Stores as far as they are read; its status is that of the first page of `ahead` too. */
  get shops(): Paged<PublicShopCard> {
    return this.lists.get(STORES);
  }

  /** A published store's page; `not_found` when it is not public. */
  shopPage(shopId: string): Loadable<ShopPage> {
    return this.shopPages.get(shopId);
  }

  /** A session's page; `not_found` when its store is not public. */
  sessionPage(sessionId: string): Loadable<SessionPage> {
    return this.sessionPages.get(sessionId);
  }

  /** Reads what is on air, what comes, and the first page of stores. */
  async load(): Promise<void> {
    await this.lists.loadFirst(
      STORES,
      (cursor) => this.context.gateway.publicRead('discover.list', { cursor }),
      ({ ahead, shops, cursor }) => {
        if (ahead !== null) this.aheadLists.put(AHEAD, ahead);
        return { items: shops, cursor };
      },
    );
    if (this.ahead.items.length === 0) await this.loadMoreAhead();
  }

  /** Reads more stores with sessions ahead, unless all are read or some are being read. */
  loadMoreAhead(): Promise<void> {
    return this.aheadLists.readOn(AHEAD, (cursor) =>
      this.context.gateway.publicRead('discover.ahead', { cursor }),
    );
  }

  /** Reads more stores, unless all are read or some are being read. */
  loadMore(): Promise<void> {
    return this.lists.loadMore(
      STORES,
      (cursor) => this.context.gateway.publicRead('discover.list', { cursor }),
      ({ shops, cursor }) => ({ items: shops, cursor }),
    );
  }

  async loadShop(shopId: string): Promise<void> {
    const { gateway } = this.context;
    await this.shopPages.load(shopId, () => gateway.publicRead('shop.view', { shopId }), asIs);
  }

  async loadSession(sessionId: string): Promise<void> {
    const { gateway } = this.context;
    await this.sessionPages.load(
      sessionId,
      () => gateway.publicRead('liveSession.view', { sessionId }),
      asIs,
    );
  }

  /** Counts what happened on the public page of a store or a session. */
  count(id: string, event: PageEvent): void {
    const shopId = shopIdOf(id);
    const sessionId = id === shopId ? null : id;
    this.context.gateway.count('audience.count', { shopId, sessionId, event });
  }

  /** Reports a problem with the pages of a store; the same again while no answer came is sent once. */
  report(input: InputOf<'report.send'>): Promise<Result<OutputOf<'report.send'>>> {
    return this.context.gateway.write('report.send', input);
  }

  /** Follows a store, or stops; the pages that were read show it at once. */
  async follow(shopId: string, isFollowing: boolean): Promise<Result<OutputOf<'follow.set'>>> {
    const result = await this.context.gateway.write('follow.set', { shopId, isFollowing });
    if (!result.ok) return result;
    this.shopPages.change(shopId, (page) => ({ ...page, isFollowing }));
    for (const id of this.sessionPages.keys().filter((key) => shopIdOf(key) === shopId)) {
      this.sessionPages.change(id, (page) => ({ ...page, isFollowing }));
    }
    return result;
  }

  reset(): void {
    this.aheadLists.reset();
    this.lists.reset();
    this.shopPages.reset();
    this.sessionPages.reset();
  }
}
