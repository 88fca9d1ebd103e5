import { makeAutoObservable, observable } from 'mobx';

import type { InputOf, OutputOf } from '../contract/endpoints';
import type { LiveSession } from '../contract/live-session';
import { STEP_ODDITIES, type StepOddity } from '../domain/live-session/oddities';
import { shopIdOf } from '../domain/shop/ids';
import type { IncentiveStore } from './incentive-store';
import type { LiveSessionStore } from './live-session-store';
import type { Page, Paged } from './paged';
import { PagedMap } from './paged-map';
import type { Result } from './result';
import type { StoreParts } from './root-store';
import type { StoreContext } from './store-context';

/** Steps that need no more than a tap. */
export type PlainStep = 'goLive' | 'pause' | 'resume' | 'end' | 'cancel';

/** A step that looks like a wrong tap: nothing is stored until it is answered. */
export interface StepQuestion {
  readonly sessionId: string;
  readonly step: 'goLive' | 'end';
  /** The time that was chosen; null: now. */
  readonly at: string | null;
  readonly oddities: readonly StepOddity[];
}

/** A change of a session from a page of its history. */
export type OlderChange = LiveSession['history'][number] & {
  /** Its page, and its place there. */
  readonly id: string;
};

/** How far the sales of a session have moved. */
export interface MoveProgress {
  readonly moved: number;
  readonly left: number;
}

type PrivateOf = 'context' | 'liveSessions' | 'incentives' | 'moves' | 'older';

/** Taking steps of sessions and taking them back, and the sales that follow a corrected day. */
export class StepStore {
  /** The session whose last step was just taken on this device, as it was afterwards. */
  offer: Pick<LiveSession, 'id' | 'version'> | null = null;
  /** What is asked about a step. */
  question: StepQuestion | null = null;
  private readonly moves = observable.map<string, MoveProgress>();
  private readonly older: PagedMap<OlderChange>;

  constructor(
    private readonly context: StoreContext,
    private readonly liveSessions: LiveSessionStore,
    private readonly incentives: Pick<IncentiveStore, 'refresh'>,
  ) {
    this.older = new PagedMap(context.now, ({ id }) => id);
    makeAutoObservable<this, PrivateOf>(this, {
      context: false,
      liveSessions: false,
      incentives: false,
      moves: false,
      older: false,
    });
  }

  /** Older changes than those that came with a session, latest first, as far as they are read. */
  olderChanges(session: Pick<LiveSession, 'id' | 'historyPages'>): Paged<OlderChange> {
    return this.older.get(historyKey(session));
  }

  /** Reads the next page of the older changes of a session. */
  async loadOlder(session: Pick<LiveSession, 'id' | 'historyPages'>): Promise<void> {
    const key = historyKey(session);
    const { at } = this.older.get(key);
    const read = (cursor: string | null) => this.readOlder(session, cursor);
    if (at === null) await this.older.loadFirst(key, read, (page) => page);
    else await this.older.loadMore(key, read, (page) => page);
  }

  /**
   * Takes a step. One that looks like a wrong tap becomes the question.
   * @param at null: now; an earlier instant mends a forgotten tap.
   * @param confirmed what the person was asked about, and wants.
   */
  async take(
    step: PlainStep,
    sessionId: string,
    at: string | null = null,
    confirmed: readonly StepOddity[] = [],
  ): Promise<Result<OutputOf<'liveSession.get'>>> {
    const isTimed = step === 'goLive' || step === 'end';
    const asked = confirmed.length === 0 ? {} : { confirmed: [...confirmed] };
    const result = isTimed
      ? await this.liveSessions.step(`liveSession.${step}`, { sessionId, at, ...asked })
      : await this.liveSessions.step(`liveSession.${step}`, { sessionId });
    if (result.ok) this.offerBack(result.data.session);
    else if (isTimed && result.error.code === 'odd_step') {
      const { info = {} } = result.error;
      const oddities = STEP_ODDITIES.filter((oddity) => info[oddity] === true);
      this.ask({ sessionId, step, at, oddities });
    }
    return result;
  }

  /** Asks about a step, or no longer. */
  ask(question: StepQuestion | null): void {
    this.question = question;
  }

  /** Offers to take back what was just done. */
  offerBack(session: Pick<LiveSession, 'id' | 'version'>): void {
    this.question = null;
    this.offer = { id: session.id, version: session.version };
  }

  /** The offer has run out; the page of the session still has it. */
  withdrawOffer(): void {
    this.offer = null;
  }

  /** Takes the last step back, as the person saw the session. */
  async undo(session: Pick<LiveSession, 'id' | 'version'>) {
    const { id: sessionId, version } = session;
    const result = await this.liveSessions.step('liveSession.undo', { sessionId, version });
    this.withdrawOffer();
    return result;
  }

  /** Corrects real times; what has to move follows by {@link moveSales}. */
  async correct(
    input: InputOf<'liveSession.correct'>,
    requestKey: string,
  ): Promise<Result<OutputOf<'liveSession.correct'>>> {
    const result = await this.liveSessions.step('liveSession.correct', input, requestKey);
    if (result.ok) this.offerBack(result.data.session);
    return result;
  }

  /** How far a move has come; null when none is under way. */
  moveOf(sessionId: string): MoveProgress | null {
    return this.moves.get(sessionId) ?? null;
  }

  /**
   * Moves the sales of a session to the day of its start, call by call until nothing is left. It can
   * be repeated after it was interrupted.
   * @param left entries that are to move.
   */
  async moveSales(
    sessionId: string,
    left: number,
  ): Promise<Result<OutputOf<'liveSession.moveSales'>>> {
    this.progress(sessionId, { moved: 0, left });
    const result = await this.moveAll(sessionId);
    await this.liveSessions.loadSession(sessionId);
    void this.incentives.refresh(shopIdOf(sessionId));
    this.progress(sessionId, null);
    return result;
  }

  reset(): void {
    this.offer = null;
    this.question = null;
    this.moves.clear();
  }

  private async moveAll(sessionId: string): Promise<Result<OutputOf<'liveSession.moveSales'>>> {
    for (;;) {
      const result = await this.context.gateway.write('liveSession.moveSales', { sessionId });
      if (!result.ok) return result;
      const { moved, left } = result.data;
      const before = this.moveOf(sessionId)?.moved ?? 0;
      this.progress(sessionId, { moved: before + moved, left });
      if (left === 0 || moved === 0) return result;
    }
  }

  private async readOlder(
    { id: sessionId, historyPages }: Pick<LiveSession, 'id' | 'historyPages'>,
    cursor: string | null,
  ): Promise<Result<Page<OlderChange>>> {
    const page = cursor === null ? historyPages : Number(cursor);
    const result = await this.context.gateway.read('liveSession.history', { sessionId, page });
    if (!result.ok) return result;
    const items = result.data.events.map((event, index) => ({
      ...event,
      id: `${String(page)}/${String(index)}`,
    }));
    return {
      ...result,
      data: { items: items.reverse(), cursor: page > 1 ? String(page - 1) : null },
    };
  }

  private progress(sessionId: string, progress: MoveProgress | null): void {
    if (progress === null) this.moves.delete(sessionId);
    else this.moves.set(sessionId, progress);
  }
}

/** Pages that were added since are read with the session: their lines are among its own until then. */
function historyKey({ id, historyPages }: Pick<LiveSession, 'id' | 'historyPages'>): string {
  return `${id}/${String(historyPages)}`;
}

/** The steps of the merchant's package. */
export function createStepStore({ context, liveSessions, incentives }: StoreParts): StepStore {
  return new StepStore(context, liveSessions, incentives);
}
