import { makeAutoObservable } from 'mobx';

import type { InputOf, OutputOf } from '../contract/endpoints';
import type { TeamView } from '../contract/team';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Result } from './result';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** An invitation as it is passed on. */
export type MadeInvitation = Pick<OutputOf<'team.invite'>, 'invitation' | 'code'>;

/** What the other stores do for this one. */
interface TeamPorts {
  /** Reads the person's stores again: there is one more or less, or another role. */
  reloadMine(): Promise<void>;
  select(shopId: string): void;
}

/** The people of a store, invitations, and joining. */
export class TeamStore {
  private readonly teams: LoadableMap<TeamView>;

  constructor(
    private readonly context: StoreContext,
    private readonly ports: TeamPorts,
  ) {
    this.teams = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'ports' | 'teams'>(this, {
      context: false,
      ports: false,
      teams: false,
    });
  }

  /** The people of a store, for its owner. */
  team(shopId: string): Loadable<TeamView> {
    return this.teams.get(shopId);
  }

  async load(shopId: string): Promise<void> {
    const { gateway } = this.context;
    await this.teams.load(
      shopId,
      () => gateway.read('team.list', { shopId }),
      ({ team }) => team,
    );
  }

  invite(input: InputOf<'team.invite'>): Promise<Result<MadeInvitation>> {
    return this.change(input.shopId, this.context.gateway.write('team.invite', input));
  }

  /** Offers the store to a member. */
  offer(input: InputOf<'team.offer'>): Promise<Result<MadeInvitation>> {
    return this.change(input.shopId, this.context.gateway.write('team.offer', input));
  }

  withdraw(input: InputOf<'team.withdraw'>): Promise<Result<unknown>> {
    return this.change(input.shopId, this.context.gateway.write('team.withdraw', input));
  }

  changeRole(input: InputOf<'team.changeRole'>): Promise<Result<unknown>> {
    return this.change(input.shopId, this.context.gateway.write('team.changeRole', input));
  }

  remove(input: InputOf<'team.remove'>): Promise<Result<unknown>> {
    return this.change(input.shopId, this.context.gateway.write('team.remove', input));
  }

  /** Leaves a store; its data go from this device. */
  async leave(shopId: string): Promise<Result<unknown>> {
    const result = await this.context.gateway.write('team.leave', { shopId });
    await this.ports.reloadMine();
    return result;
  }

  /** What an invitation is for; `not_found` when it was used, withdrawn or is over. */
  invitation(code: string): Promise<Result<OutputOf<'team.invitation'>>> {
    return this.context.gateway.read('team.invitation', { code });
  }

  /** Joins a store, or takes over the one that was offered. */
  async join(input: InputOf<'team.join'>): Promise<Result<OutputOf<'team.join'>>> {
    const result = await this.context.gateway.write('team.join', input);
    if (result.ok) {
      await this.ports.reloadMine();
      this.ports.select(input.shopId);
    }
    return result;
  }

  reset(): void {
    this.teams.reset();
  }

  /** What a write leads to; after a refusal the team is read again, another phone may have changed it. */
  private async change<Data extends { team: TeamView }>(
    shopId: string,
    writing: Promise<Result<Data>>,
  ): Promise<Result<Data>> {
    const result = await writing;
    if (result.ok) this.teams.put(shopId, result.data.team);
    else if (result.error.code !== 'invalid_input') await this.load(shopId);
    return result;
  }
}

/** The team, wired to the person's stores. */
export function createTeamStore({ context, shops }: StoreParts): TeamStore {
  return new TeamStore(context, {
    reloadMine: () => shops.loadMine(),
    select: (shopId) => shops.select(shopId),
  });
}
