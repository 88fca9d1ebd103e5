import { configure } from 'mobx';

import type { Adapters } from '../platform/types';
import { Copies } from './copies';
import { DiscoverStore } from './discover-store';
import { Gateway } from './gateway';
import { HostStore } from './host-store';
import { IncentiveStore } from './incentive-store';
import { LiveSessionStore } from './live-session-store';
import { OutlookStore } from './outlook-store';
import { SalesStore } from './sales-store';
import { Settings } from './settings';
import { ShareStore } from './share-store';
import { ShopStore } from './shop-store';
import { UiStore } from './ui-store';

configure({ enforceActions: 'always' });

/** Every store, wired to each other. */
export interface RootStore {
  readonly ui: UiStore;
  readonly shops: ShopStore;
  readonly liveSessions: LiveSessionStore;
  readonly sales: SalesStore;
  readonly hosts: HostStore;
  readonly incentives: IncentiveStore;
  readonly outlook: OutlookStore;
  readonly discover: DiscoverStore;
  readonly share: ShareStore;
  readonly adapters: Adapters;
  /** Forgets everything read, for another person or a fresh start. */
  reset(): void;
}

/** Builds the stores over what the device and the cloud give. */
export const createRootStore = (adapters: Adapters): RootStore => {
  const gateway = new Gateway(adapters);
  const settings = new Settings(adapters);
  const context = { gateway, copies: new Copies(adapters), now: () => adapters.clock.now() };
  const incentives = new IncentiveStore(context);
  // Read again in the background: whoever shows progress sees it move; a failure keeps what was read.
  const progressChanged = (shopId: string): void => void incentives.refresh(shopId);
  const liveSessions = new LiveSessionStore(context, { moneyChanged: progressChanged });
  const sales = new SalesStore(context, {
    figuresChanged: (sessionId, figures) => liveSessions.putFigures(sessionId, figures),
    moneyChanged: progressChanged,
  });
  const shops = new ShopStore(context, settings, { applicantChanged: progressChanged });
  const ui = new UiStore(adapters, settings);
  const discover = new DiscoverStore(context);
  const share = new ShareStore(adapters);
  const outlook = new OutlookStore(settings);
  const hosts = new HostStore(context, {
    heldRuleSets: () => incentives.heldRuleSets,
    holdRuleSets: (ruleSets) => incentives.holdRuleSets(ruleSets),
    hostChanged: (host) => shops.putHost(host),
  });
  const records = [shops, hosts, liveSessions, sales, incentives, outlook, discover];
  const stores = [gateway, ui, share, ...records];
  return {
    ...{ ui, shops, hosts, liveSessions, sales, incentives, outlook, discover, share, adapters },
    reset: () => stores.forEach((store) => store.reset()),
  };
};
