import { makeAutoObservable, observable } from 'mobx';

import type { CallError } from '../contract/envelope';
import { addMinutes } from '../domain/time';
import type { LiveSessionRow } from '../contract/live-session';
import type { LiveSessionStore } from './live-session-store';
import type { Result } from './result';

/** What a person answers where a session asks for it, without a page of its own. */
export type Answer =
  'aired' | 'not_aired' | 'not_yet' | 'ended_as_planned' | 'ended_now' | 'started';

/** An answer that was just given. */
export interface GivenAnswer {
  readonly sessionId: string;
  readonly title: string;
  readonly answer: Answer;
  /** Version of the session after it. */
  readonly version: number;
  /** Steps that it took: taking the answer back takes back each. */
  readonly steps: number;
}

type Stepped = Result<{ session: { version: number } | null }>;

/** Minutes after which a plan that has not begun is asked about again. */
const PUT_OFF_MINUTES = 30;

/** Answers to what sessions ask, given in place, and taking the last one back. */
export class AnswerStore {
  /** The last answer, while it is offered to be taken back. */
  given: GivenAnswer | null = null;
  /** Until when a session is not asked about. */
  private readonly putOff = observable.map<string, string>();

  constructor(
    private readonly liveSessions: Pick<LiveSessionStore, 'step'>,
    private readonly now: () => string,
  ) {
    makeAutoObservable<this, 'liveSessions' | 'now' | 'putOff'>(this, {
      liveSessions: false,
      now: false,
      putOff: false,
    });
  }

  /** Whether the person said a moment ago that a session has not begun yet. */
  isPutOff(sessionId: string, now: string): boolean {
    return now < (this.putOff.get(sessionId) ?? '');
  }

  /**
   * Gives an answer. A plan that took place is started at its planned time, and ended at its planned
   * end where that is past.
   * @returns what was refused; null when all of it was stored.
   */
  async give(answer: Answer, session: LiveSessionRow): Promise<CallError | null> {
    if (answer === 'not_yet') {
      this.putOff.set(session.id, addMinutes(this.now(), PUT_OFF_MINUTES));
      this.offer(answer, session, session.version, 0);
      return null;
    }
    let { version } = session;
    let steps = 0;
    for (const step of this.stepsOf(answer, session)) {
      const result = await step();
      if (!result.ok) {
        if (steps > 0) this.offer(answer, session, version, steps);
        return result.error;
      }
      version = result.data.session?.version ?? version;
      steps += 1;
    }
    this.offer(answer, session, version, steps);
    return null;
  }

  /** Takes the last answer back. @returns what was refused; null when it is taken back. */
  async takeBack(): Promise<CallError | null> {
    const { given } = this;
    if (given === null) return null;
    const { sessionId } = given;
    let { version } = given;
    this.settle();
    for (let left = given.steps; left > 0; left -= 1) {
      const result = await this.liveSessions.step('liveSession.undo', { sessionId, version });
      if (!result.ok) return result.error;
      version = result.data.session?.version ?? version;
    }
    this.askAgain(sessionId);
    return null;
  }

  /** The offer to take the last answer back is over; the page of the session still has it. */
  settle(): void {
    this.given = null;
  }

  reset(): void {
    this.given = null;
    this.putOff.clear();
  }

  private askAgain(sessionId: string): void {
    this.putOff.delete(sessionId);
  }

  private offer(answer: Answer, session: LiveSessionRow, version: number, steps: number): void {
    const { id: sessionId, title } = session;
    this.given = { sessionId, title, answer, version, steps };
  }

  private stepsOf(
    answer: Exclude<Answer, 'not_yet'>,
    { id: sessionId, startAt, endAt }: LiveSessionRow,
  ): (() => Promise<Stepped>)[] {
    const goLive = (at: string | null) => () =>
      this.liveSessions.step('liveSession.goLive', { sessionId, at });
    const end = (at: string | null) => () =>
      this.liveSessions.step('liveSession.end', { sessionId, at });
    switch (answer) {
      case 'aired':
        return endAt <= this.now() ? [goLive(startAt), end(endAt)] : [goLive(startAt)];
      case 'not_aired':
        return [() => this.liveSessions.step('liveSession.cancel', { sessionId })];
      case 'ended_as_planned':
        return [end(endAt)];
      case 'ended_now':
        return [end(null)];
      case 'started':
        return [goLive(null)];
    }
  }
}
