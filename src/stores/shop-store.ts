import { makeAutoObservable, observable } from 'mobx';

import type { ApplicantRecords } from '../contract/applicant';
import type { InputOf, OutputOf } from '../contract/endpoints';
import type { Host, OwnShop, ShopWithHosts } from '../contract/shop';
import { can } from '../domain/shop/capabilities';
import { ownHostId } from '../domain/shop/shop';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Result } from './result';
import type { Settings } from './settings';
import type { StoreContext } from './store-context';

const MINE = 'mine';
const COPY = 'shop.mine';

/** What others must know when a store's records change. */
export interface ShopEvents {
  /** Facts, followers or the line of business changed: progress depends on them. */
  applicantChanged(shopId: string): void;
  /** The person is not of the store any more. */
  left(shopId: string): void;
}

/** The person's own stores with their hosts. */
export class ShopStore {
  private readonly byId = observable.map<string, OwnShop>({}, { deep: false });
  private readonly hostsById = observable.map<string, Host>({}, { deep: false });
  private readonly hostsRead = observable.set<string>();
  /** Ids of the person's stores, in the order the cloud gives them. */
  private readonly reading: LoadableMap<readonly string[]>;
  private selectedId: string | null;
  /** Whether the person checks for the operator; not known from the copy on this device. */
  isVerifier = false;

  constructor(
    private readonly context: StoreContext,
    private readonly settings: Settings,
    private readonly events: ShopEvents,
  ) {
    this.reading = new LoadableMap(context.now);
    this.selectedId = settings.shopId;
    makeAutoObservable<
      this,
      'context' | 'settings' | 'events' | 'byId' | 'hostsById' | 'hostsRead' | 'reading'
    >(this, {
      context: false,
      settings: false,
      events: false,
      byId: false,
      hostsById: false,
      hostsRead: false,
      reading: false,
    });
  }

  /** Reading of the person's stores. `not_identified` for a person whom the platform does not identify. */
  get mine(): Loadable<readonly string[]> {
    return this.reading.get(MINE);
  }

  /** Every store of the person. */
  get all(): OwnShop[] {
    return (this.mine.value ?? []).flatMap((id) => this.byId.get(id) ?? []);
  }

  /** The store worked in: the one chosen, else the first; null when there is none. */
  get current(): OwnShop | null {
    return this.all.find((shop) => shop.id === this.selectedId) ?? this.all[0] ?? null;
  }

  /**
   * What differs between sessions of the store worked in, for this person: what does not is left out
   * of its rows.
   */
  get differing(): { hosts: boolean; platform: boolean; toRecord: boolean } {
    const shop = this.current;
    const platforms = new Set(shop?.accounts.map(({ platform }) => platform));
    return {
      hosts: shop !== null && shop.hostCount > 1,
      platform: platforms.size > 1,
      toRecord: shop !== null && can(shop.role, 'sales.write'),
    };
  }

  /** A store of the person by id. */
  shop(shopId: string): OwnShop | null {
    return this.byId.get(shopId) ?? null;
  }

  /** Hosts of a store, oldest first. */
  hosts(shopId: string): Host[] {
    return [...this.hostsById.values()]
      .filter((host) => host.shopId === shopId)
      .sort((a, b) => (a.addedAt < b.addedAt ? -1 : a.addedAt > b.addedAt ? 1 : 0));
  }

  /** Whether all hosts of a store are known: of one with many, none come with it. */
  hasAllHosts({ id, hostCount }: OwnShop): boolean {
    return this.hosts(id).length >= hostCount;
  }

  /** Whether the hosts of a store were read since the start: a copy may be older than they are. */
  isHostsRead(shopId: string): boolean {
    return this.hostsRead.has(shopId);
  }

  /** A host by id. */
  host(hostId: string): Host | null {
    return this.hostsById.get(hostId) ?? null;
  }

  /** Chooses the store to work in; kept on this device. */
  select(shopId: string): void {
    this.selectedId = shopId;
    this.settings.shopId = shopId;
  }

  /** Reads the person's stores; shows the copy on this device meanwhile. */
  async loadMine(): Promise<void> {
    this.restoreCopy();
    await this.reading.load(
      MINE,
      () => this.readMine(),
      (shops) => this.accept(shops),
    );
  }

  private async readMine(): Promise<Result<ShopWithHosts[]>> {
    const shops: ShopWithHosts[] = [];
    for (let cursor: string | null = null; ;) {
      const page: Result<OutputOf<'shop.mine'>> = await this.context.gateway.read('shop.mine', {
        cursor,
      });
      if (!page.ok) return page;
      shops.push(...page.data.shops);
      this.setVerifier(page.data.isVerifier === true);
      ({ cursor } = page.data);
      // A cloud of the version before answers without a cursor.
      if (!cursor) return { ...page, data: shops };
    }
  }

  private setVerifier(isVerifier: boolean): void {
    this.isVerifier = isVerifier;
  }

  /** Reads the person's stores again after a refusal: their role may have changed, or ended. */
  async lookAgain(): Promise<void> {
    if (this.all.length > 0 && this.mine.status !== 'loading') await this.loadMine();
  }

  /** Reads the hosts of a store again. */
  async loadHosts(shopId: string): Promise<Result<OutputOf<'host.list'>>> {
    let cursor: string | null = null;
    for (;;) {
      const page: Result<OutputOf<'host.list'>> = await this.context.gateway.read('host.list', {
        shopId,
        cursor,
      });
      if (page.ok) this.putHosts(page.data.hosts);
      if (page.ok && !page.data.cursor) this.keepHosts(shopId);
      if (!page.ok || !page.data.cursor) return page;
      cursor = page.data.cursor;
    }
  }

  async register(
    input: InputOf<'shop.register'>,
    requestKey?: string,
  ): Promise<Result<ShopWithHosts>> {
    const result = await this.context.gateway.write('shop.register', input, requestKey);
    if (result.ok) {
      this.putAll([result.data]);
      this.select(result.data.shop.id);
      // Before the first reading, other stores are not known.
      if (!this.all.includes(result.data.shop)) await this.loadMine();
    }
    return result;
  }

  /**
   * On `stale_version` the store is read again before the error is given back. A store that becomes
   * a streamer's own gets a host that the answer does not bring: its hosts are read again.
   */
  async update(
    input: InputOf<'shop.update'>,
    requestKey?: string,
  ): Promise<Result<{ shop: OwnShop }>> {
    const result = await this.change(this.context.gateway.write('shop.update', input, requestKey));
    const own = result.ok ? ownHostId(result.data.shop) : null;
    if (own !== null && this.host(own) === null) await this.loadHosts(input.shopId);
    return result;
  }

  /** On `stale_version` the store is read again before the error is given back. */
  publish(input: InputOf<'shop.publish'>, requestKey?: string): Promise<Result<{ shop: OwnShop }>> {
    return this.change(this.context.gateway.write('shop.publish', input, requestKey));
  }

  /** On `stale_version` the store is read again before the error is given back. */
  submit(input: InputOf<'shop.submit'>, requestKey?: string): Promise<Result<{ shop: OwnShop }>> {
    return this.change(this.context.gateway.write('shop.submit', input, requestKey));
  }

  /** Asks that a store whose pages are not shown be looked at again. */
  appeal(input: InputOf<'report.appeal'>): Promise<Result<{ shop: OwnShop }>> {
    return this.change(this.context.gateway.write('report.appeal', input));
  }

  async addHost(
    input: InputOf<'host.add'>,
    requestKey?: string,
  ): Promise<Result<OutputOf<'host.add'>>> {
    const result = await this.context.gateway.write('host.add', input, requestKey);
    if (result.ok) this.putAll([{ shop: result.data.shop, hosts: [result.data.host] }]);
    return result;
  }

  declare(
    input: InputOf<'applicant.declare'>,
    requestKey?: string,
  ): Promise<Result<ApplicantRecords>> {
    return this.applicant(this.context.gateway.write('applicant.declare', input, requestKey));
  }

  withdraw(
    input: InputOf<'applicant.withdraw'>,
    requestKey?: string,
  ): Promise<Result<ApplicantRecords>> {
    return this.applicant(this.context.gateway.write('applicant.withdraw', input, requestKey));
  }

  recordFollowers(
    input: InputOf<'applicant.recordFollowers'>,
    requestKey?: string,
  ): Promise<Result<ApplicantRecords>> {
    return this.applicant(
      this.context.gateway.write('applicant.recordFollowers', input, requestKey),
    );
  }

  reset(): void {
    this.isVerifier = false;
    this.reading.reset();
    this.byId.clear();
    this.hostsById.clear();
    this.hostsRead.clear();
    this.selectedId = this.settings.shopId;
  }

  private async change(
    writing: Promise<Result<{ shop: OwnShop }>>,
  ): Promise<Result<{ shop: OwnShop }>> {
    const result = await writing;
    if (result.ok) {
      this.putAll([{ shop: result.data.shop, hosts: [] }]);
      this.events.applicantChanged(result.data.shop.id);
    } else if (result.error.code === 'stale_version') {
      await this.loadMine();
    }
    return result;
  }

  private async applicant(
    writing: Promise<Result<ApplicantRecords>>,
  ): Promise<Result<ApplicantRecords>> {
    const result = await writing;
    if (result.ok) {
      this.putRecords(result.data);
      this.events.applicantChanged(result.data.shopId);
    }
    return result;
  }

  private accept(shops: readonly ShopWithHosts[]): string[] {
    const gone = [...this.byId.keys()].filter((id) => !shops.some(({ shop }) => shop.id === id));
    gone.forEach((id) => this.forget(id));
    this.putRecordsOf(shops);
    for (const { shop, hosts } of shops) {
      if (hosts.length >= shop.hostCount) this.hostsWereRead(shop.id);
    }
    this.writeCopy(shops.map(({ shop }) => shop));
    return shops.map(({ shop }) => shop.id);
  }

  /** The person is not of a store any more: nothing of it stays on the device. */
  private forget(shopId: string): void {
    this.byId.delete(shopId);
    this.hosts(shopId).forEach(({ id }) => this.hostsById.delete(id));
    this.context.copies.forget(shopId);
    this.events.left(shopId);
  }

  /** Shows the copy on this device while nothing is read. */
  restoreCopy(): void {
    if (this.mine.value) return;
    const copy = this.context.copies.read<readonly ShopWithHosts[]>(COPY);
    if (!copy) return;
    this.putRecordsOf(copy.value);
    const ids = copy.value.map(({ shop }) => shop.id);
    this.reading.restore(MINE, { at: copy.at, value: ids });
  }

  private putRecordsOf(shops: readonly ShopWithHosts[]): void {
    for (const { shop, hosts } of shops) {
      this.byId.set(shop.id, shop);
      this.putHosts(hosts);
    }
  }

  /** After a write: a new store belongs to the list at once, without waiting for a reading. */
  private putAll(shops: readonly ShopWithHosts[]): void {
    this.putRecordsOf(shops);
    const { value: known, isCopy } = this.mine;
    if (known === null || isCopy) return;
    const added = shops.map(({ shop }) => shop.id).filter((id) => !known.includes(id));
    if (added.length > 0) this.reading.put(MINE, [...known, ...added]);
    this.keepCopy();
  }

  private keepCopy(): void {
    this.writeCopy(this.all);
  }

  private writeCopy(all: readonly OwnShop[]): void {
    const shops = all.map((shop) => ({ shop, hosts: this.hosts(shop.id) }));
    this.context.copies.write<readonly ShopWithHosts[]>(COPY, shops, this.context.now());
  }

  /** After the last page: a start without a network has all of them. */
  private keepHosts(shopId: string): void {
    this.hostsWereRead(shopId);
    if (this.mine.value !== null && !this.mine.isCopy) this.keepCopy();
  }

  private hostsWereRead(shopId: string): void {
    this.hostsRead.add(shopId);
  }

  /** A host was changed elsewhere. */
  putHost(host: Host): void {
    this.putHosts([host]);
  }

  private putHosts(hosts: readonly Host[]): void {
    for (const host of hosts) this.hostsById.set(host.id, host);
  }

  private putRecords({ shopId, hostId, facts, followers }: ApplicantRecords): void {
    if (hostId === null) {
      const shop = this.byId.get(shopId);
      if (shop) this.byId.set(shopId, { ...shop, facts, followers });
      return;
    }
    const host = this.hostsById.get(hostId);
    if (host) this.hostsById.set(hostId, { ...host, facts, followers });
  }
}
