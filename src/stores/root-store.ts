import { configure } from 'mobx';

import type { Adapters } from '../platform/types';
import { AnswerStore } from './answer-store';
import { Copies } from './copies';
import { DiscoverStore } from './discover-store';
import { Gateway } from './gateway';
import { HomeStore } from './home-store';
import { IncentiveStore } from './incentive-store';
import { LiveSessionStore } from './live-session-store';
import { SessionMonthsStore } from './session-months-store';
import { Settings } from './settings';
import { ShareStore } from './share-store';
import { ShopStore } from './shop-store';
import type { DraftDevice, StoreContext } from './store-context';
import { UiStore } from './ui-store';

configure({ enforceActions: 'always' });

interface Resettable {
  reset(): void;
}

/** What a lazy store is wired to. */
export interface StoreParts {
  readonly context: StoreContext;
  readonly device: DraftDevice;
  readonly settings: Settings;
  readonly shops: ShopStore;
  readonly liveSessions: LiveSessionStore;
  readonly incentives: IncentiveStore;
}

/** Every store, wired to each other. */
export interface RootStore {
  readonly ui: UiStore;
  readonly shops: ShopStore;
  readonly liveSessions: LiveSessionStore;
  readonly incentives: IncentiveStore;
  readonly months: SessionMonthsStore;
  readonly home: HomeStore;
  readonly answers: AnswerStore;
  readonly discover: DiscoverStore;
  readonly share: ShareStore;
  /**
   * A store that only the merchant's package needs: created by the first call, so that the first
   * screen does not carry it; later calls return the same store.
   * @param create the same function each time.
   */
  lazy<S extends Resettable>(create: (parts: StoreParts) => S): S;
  /** Opens a draft: this device keeps its text until it is sent. */
  openDraft<Draft>(open: (device: DraftDevice) => Draft): Draft;
  /** Forgets everything read, for another person or a fresh start. */
  reset(): void;
}

/** Builds the stores over what the device and the cloud give. */
export function createRootStore(adapters: Adapters): RootStore {
  // A person who was removed from a store, or given another role, sees that at the next refusal.
  const gateway = new Gateway(adapters, () => void shops.lookAgain());
  const settings = new Settings(adapters);
  const now = () => adapters.clock.now();
  const context = { gateway, copies: new Copies(adapters), now };
  const { storage, scope } = adapters;
  const device = { storage, scope, now, newRequestKey: () => adapters.newRequestKey() };
  const incentives = new IncentiveStore(context, settings);
  // Read again in the background: a shown progress moves; a failure keeps what was read.
  const progressChanged = (shopId: string): void => void incentives.refresh(shopId);
  const liveSessions = new LiveSessionStore(context, { moneyChanged: progressChanged });
  const shops = new ShopStore(context, settings, {
    applicantChanged: progressChanged,
    left: () =>
      [liveSessions, months, home, answers, incentives, ...lazyStores.values()].forEach((s) =>
        s.reset(),
      ),
  });
  const ui = new UiStore(adapters, settings, () => gateway.publicRead('clock.read', {}));
  const months = new SessionMonthsStore(context);
  const home = new HomeStore(context, liveSessions, incentives);
  const answers = new AnswerStore(liveSessions, now);
  const discover = new DiscoverStore(context);
  const share = new ShareStore(adapters);
  const pages = [home, answers, discover];
  const stores = [gateway, ui, share, shops, liveSessions, months, incentives, ...pages];
  const parts = { context, device, settings, shops, liveSessions, incentives };
  const lazyStores = new Map<(parts: StoreParts) => Resettable, Resettable>();
  const lazy = <S extends Resettable>(create: (parts: StoreParts) => S): S => {
    const known = lazyStores.get(create) as S | undefined;
    const store = known ?? create(parts);
    lazyStores.set(create, store);
    return store;
  };
  return {
    ui,
    shops,
    liveSessions,
    incentives,
    months,
    home,
    answers,
    discover,
    share,
    lazy,
    openDraft: (open) => open(device),
    reset: () => [...stores, ...lazyStores.values()].forEach((store) => store.reset()),
  };
}
