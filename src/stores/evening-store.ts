import { makeAutoObservable } from 'mobx';

import type { OutputOf } from '../contract/endpoints';
import type { LiveSession, LiveSessionRow } from '../contract/live-session';
import type { Loadable } from './loadable';
import { LoadableMap } from './loadable-map';
import type { Result } from './result';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** What the other stores do for this one. */
export interface EveningPorts {
  /** Sessions as they are after they were joined or split. */
  put(sessions: readonly LiveSession[]): void;
}

/** Evenings that broke off: their pieces are joined to one session, and split again. */
export class EveningStore {
  private readonly offers: LoadableMap<LiveSessionRow[]>;

  constructor(
    private readonly context: StoreContext,
    private readonly ports: EveningPorts,
  ) {
    this.offers = new LoadableMap(context.now);
    makeAutoObservable<this, 'context' | 'ports' | 'offers'>(this, {
      context: false,
      ports: false,
      offers: false,
    });
  }

  /** The sessions of which one evening can be made with one; that one alone where there are none. */
  offer(sessionId: string): Loadable<LiveSessionRow[]> {
    return this.offers.get(sessionId);
  }

  async loadOffer(sessionId: string): Promise<void> {
    await this.offers.load(
      sessionId,
      () => this.context.gateway.read('liveSession.joinable', { sessionId }),
      ({ sessions }) => sessions,
    );
  }

  /** Makes one evening of sessions. */
  async join(
    sessions: readonly Pick<LiveSessionRow, 'id' | 'shopId' | 'version'>[],
  ): Promise<Result<OutputOf<'liveSession.join'>>> {
    const shopId = sessions[0]?.shopId ?? '';
    const named = sessions.map(({ id, version }) => ({ sessionId: id, version }));
    const result = await this.context.gateway.write('liveSession.join', {
      shopId,
      sessions: named,
    });
    if (result.ok) this.ports.put([result.data.session]);
    return result;
  }

  /** Makes single sessions of an evening. */
  async split({ id, version }: LiveSession): Promise<Result<OutputOf<'liveSession.split'>>> {
    const input = { sessionId: id, version };
    const result = await this.context.gateway.write('liveSession.split', input);
    if (result.ok) this.ports.put(result.data.sessions);
    return result;
  }

  reset(): void {
    this.offers.reset();
  }
}

/** Evenings, wired to the sessions that they are made of. For `RootStore.lazy`. */
export function createEveningStore({ context, liveSessions }: StoreParts): EveningStore {
  return new EveningStore(context, { put: (sessions) => liveSessions.putEvening(sessions) });
}
