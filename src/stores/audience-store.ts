import type { PageCounts } from '../domain/audience/audience';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** A public page of one's own store: of a session, or with null of the store itself. */
export interface OwnPage {
  readonly shopId: string;
  readonly sessionId: string | null;
}

const keyOf = ({ shopId, sessionId }: OwnPage): string => sessionId ?? shopId;

/** What was counted of public pages of one's own store. */
class AudienceStore {
  private readonly counts: LoadableMap<PageCounts>;

  constructor(private readonly context: StoreContext) {
    this.counts = new LoadableMap(context.now);
  }

  /** How often each thing happened on a page. */
  page(page: OwnPage): Loadable<PageCounts> {
    return this.counts.get(keyOf(page));
  }

  /** Reads the counts of a page (again). */
  async load(page: OwnPage): Promise<void> {
    await this.counts.load(
      keyOf(page),
      () => this.context.gateway.read('audience.read', page),
      ({ counts }) => counts,
    );
  }

  reset(): void {
    this.counts.reset();
  }
}

/** Makes the store, see `RootStore.lazy`. */
export function createAudienceStore({ context }: StoreParts): AudienceStore {
  return new AudienceStore(context);
}
