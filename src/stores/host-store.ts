import { makeAutoObservable } from 'mobx';

import type { InputOf, OutputOf } from '../contract/endpoints';
import type { Host } from '../contract/shop';
import { shopIdOf } from '../domain/shop/ids';
import type { RuleSet } from '../domain/incentive';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Result } from './result';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** All hosts of a store on the ladder; the rule set with its words is kept apart. */
export type HostLadder = Omit<OutputOf<'incentive.hosts'>, 'ruleSets'>;
/** What a person sold as a host, over the stores that agree. */
export type OwnSums = Omit<OutputOf<'incentive.mine'>, 'ruleSets'>;

/** What the other stores do for this one. */
export interface HostPorts {
  /** Rule sets held on the device, by key. */
  heldRuleSets(): string[];
  holdRuleSets(ruleSets: readonly RuleSet[]): void;
  hostChanged(host: Host): void;
  /** Reads the hosts of a store again. */
  reload(shopId: string): Promise<Result<unknown>>;
}

/** Hosts as people: the ladder of all of them, invitations, and what a linked person sees. */
export class HostStore {
  private readonly ladders: LoadableMap<HostLadder>;
  private readonly ownSums: LoadableMap<OwnSums>;
  private readonly allOfShop: LoadableMap<true>;

  constructor(
    private readonly context: StoreContext,
    private readonly ports: HostPorts,
  ) {
    this.ladders = new LoadableMap(context.now);
    this.ownSums = new LoadableMap(context.now);
    this.allOfShop = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'ports' | 'ladders' | 'ownSums' | 'allOfShop'>(this, {
      context: false,
      ports: false,
      ladders: false,
      ownSums: false,
      allOfShop: false,
    });
  }

  /** Every host of a store in a year, nearest to their next tier first. */
  ladder(shopId: string, year: number): Loadable<HostLadder> {
    return this.ladders.get(`${shopId}/${String(year)}`);
  }

  async loadLadder(shopId: string, year: number): Promise<void> {
    const knownRuleSets = this.ports.heldRuleSets();
    await this.ladders.load(
      `${shopId}/${String(year)}`,
      () => this.context.gateway.read('incentive.hosts', { shopId, year, knownRuleSets }),
      ({ ruleSets, ...ladder }) => {
        this.ports.holdRuleSets(ruleSets);
        return ladder;
      },
    );
  }

  /** Reading of all hosts of a store that has too many to come with it. */
  all(shopId: string): Loadable<true> {
    return this.allOfShop.get(shopId);
  }

  async loadAll(shopId: string): Promise<void> {
    await this.allOfShop.load(
      shopId,
      () => this.ports.reload(shopId),
      () => true as const,
    );
  }

  /** What the person sold as a host in a year. */
  mine(year: number): Loadable<OwnSums> {
    return this.ownSums.get(String(year));
  }

  async loadMine(year: number): Promise<void> {
    const knownRuleSets = this.ports.heldRuleSets();
    await this.ownSums.load(
      String(year),
      () => this.context.gateway.read('incentive.mine', { year, knownRuleSets }),
      ({ ruleSets, ...sums }) => {
        this.ports.holdRuleSets(ruleSets);
        return sums;
      },
    );
  }

  /** Agrees, or not, that a host sees their sums over all stores that agree. */
  async share(input: InputOf<'host.share'>): Promise<Result<OutputOf<'host.share'>>> {
    const result = await this.context.gateway.write('host.share', input);
    if (result.ok) this.ports.hostChanged(result.data.host);
    return result;
  }

  /** Gives a host another name. A host that another phone changed is read again first. */
  rename({ id: hostId, version }: Host, name: string): Promise<Result<OutputOf<'host.rename'>>> {
    const input = { hostId, version, name };
    return this.change(hostId, this.context.gateway.write('host.rename', input));
  }

  /** Notes that a host has left, or is back. */
  retire(
    { id: hostId, version }: Host,
    isRetired: boolean,
  ): Promise<Result<OutputOf<'host.retire'>>> {
    const input = { hostId, version, isRetired };
    return this.change(hostId, this.context.gateway.write('host.retire', input));
  }

  /** What is planned with a host. */
  plans(hostId: string): Promise<Result<OutputOf<'host.plans'>>> {
    return this.context.gateway.read('host.plans', { hostId });
  }

  /** Unlinks the person from the host. */
  async unlink(hostId: string, host: Host | null): Promise<Result<OutputOf<'host.unlink'>>> {
    const result = await this.context.gateway.write('host.unlink', { hostId });
    if (result.ok && host) this.ports.hostChanged({ ...host, isLinked: false });
    return result;
  }

  private async change(
    hostId: string,
    write: Promise<Result<OutputOf<'host.rename'>>>,
  ): Promise<Result<OutputOf<'host.rename'>>> {
    const result = await write;
    if (result.ok) this.ports.hostChanged(result.data.host);
    else if (result.error.code === 'stale_version') await this.ports.reload(shopIdOf(hostId));
    return result;
  }

  reset(): void {
    this.ladders.reset();
    this.ownSums.reset();
    this.allOfShop.reset();
  }
}

/** Hosts as people, wired to the stores that hold their records. For `RootStore.later`. */
export function createHostStore({ context, shops, incentives }: StoreParts): HostStore {
  return new HostStore(context, {
    heldRuleSets: () => incentives.heldRuleSets,
    holdRuleSets: (ruleSets) => incentives.holdRuleSets(ruleSets),
    hostChanged: (host) => shops.putHost(host),
    reload: (shopId) => shops.loadHosts(shopId),
  });
}
