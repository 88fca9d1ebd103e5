import type { InputOf } from '../contract/endpoints';
import type { PublicSession } from '../contract/public';
import type { Paged } from './paged';
import { PagedMap } from './paged-map';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** Which sessions of a store: those ahead, earliest first, or past ones, latest first. */
export type WhichSessions = InputOf<'shop.sessions'>['which'];

const keyOf = (shopId: string, which: WhichSessions): string => `${shopId}/${which}`;

/** All sessions of published stores, page by page; made when their page is first opened. */
class ShopSessionsStore {
  private readonly lists: PagedMap<PublicSession>;

  constructor(private readonly context: StoreContext) {
    this.lists = new PagedMap(context.now, ({ id }) => id);
  }

  /** The sessions as far as they are read. */
  list(shopId: string, which: WhichSessions): Paged<PublicSession> {
    return this.lists.get(keyOf(shopId, which));
  }

  /** Reads the first page (again). */
  async load(shopId: string, which: WhichSessions): Promise<void> {
    const input = { shopId, which, cursor: null };
    await this.lists.loadFirst(
      keyOf(shopId, which),
      () => this.context.gateway.publicRead('shop.sessions', input),
      (page) => page,
    );
    if (this.list(shopId, which).items.length === 0) await this.loadMore(shopId, which);
  }

  /** Reads more, unless all are read or some are being read. */
  loadMore(shopId: string, which: WhichSessions): Promise<void> {
    return this.lists.readOn(keyOf(shopId, which), (cursor) =>
      this.context.gateway.publicRead('shop.sessions', { shopId, which, cursor }),
    );
  }

  reset(): void {
    this.lists.reset();
  }
}

/** Makes the store, see `RootStore.lazy`. */
export function createShopSessionsStore({ context }: StoreParts): ShopSessionsStore {
  return new ShopSessionsStore(context);
}
