import type { FollowedShop } from '../contract/follow';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

const MINE = 'mine';
const COPY = 'follows';

/** The stores that the person follows, with a copy on this device, and how many follow one's own. */
class FollowStore {
  private readonly lists: LoadableMap<readonly FollowedShop[]>;
  private readonly counts: LoadableMap<number>;

  constructor(private readonly context: StoreContext) {
    this.lists = new LoadableMap(context.now);
    this.counts = new LoadableMap(context.now);
  }

  /** Every store that the person follows. */
  get mine(): Loadable<readonly FollowedShop[]> {
    return this.lists.get(MINE);
  }

  /** Reads the list (again); the copy is shown until it is there. */
  async load(): Promise<void> {
    const { gateway, copies, now } = this.context;
    this.lists.restore(MINE, copies.read(COPY));
    await this.lists.load(
      MINE,
      () => gateway.read('follow.list', {}),
      ({ items }) => {
        copies.write(COPY, items, now());
        return items;
      },
    );
  }

  /** How many people follow a store of one's own. */
  count(shopId: string): Loadable<number> {
    return this.counts.get(shopId);
  }

  /** Reads the count (again). */
  async loadCount(shopId: string): Promise<void> {
    await this.counts.load(
      shopId,
      () => this.context.gateway.read('follow.count', { shopId }),
      ({ count }) => count,
    );
  }

  reset(): void {
    this.lists.reset();
    this.counts.reset();
  }
}

/** Makes the store, see `RootStore.lazy`. */
export function createFollowStore({ context }: StoreParts): FollowStore {
  return new FollowStore(context);
}
