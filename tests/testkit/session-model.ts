const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A step as the model takes it. */
export type ModelStep = 'goLive' | 'pause' | 'resume' | 'end' | 'cancel';

/** What a session is at one moment. Times are milliseconds since 1970. */
interface Run {
  state: 'scheduled' | 'live' | 'paused' | 'ended' | 'cancelled';
  planStart: number;
  planEnd: number;
  start: number | null;
  end: number | null;
  pausedSince: number | null;
}

interface Taken {
  step: string;
  at: number;
  before: Run | null;
}

/** A session as the model keeps it. */
export interface ModelSession {
  id: string;
  run: Run;
  /** Steps that stand, oldest first. */
  standing: Taken[];
  /** Every line of its history. */
  lines: string[];
  bookedAt: number | null;
}

const NEXT: Record<ModelStep, Partial<Record<Run['state'], Run['state']>>> = {
  goLive: { scheduled: 'live' },
  pause: { live: 'paused' },
  resume: { paused: 'live' },
  end: { live: 'ended', paused: 'ended' },
  cancel: { scheduled: 'cancelled' },
};

/**
 * Sessions of one store as the product describes them, written apart from its code: what each step
 * leads to, what taking one back restores, and what viewers and lists show at a time.
 */
export class SessionModel {
  readonly sessions = new Map<string, ModelSession>();

  plan(id: string, planStart: number, planEnd: number, at: number): void {
    const run: Run = {
      state: 'scheduled',
      planStart,
      planEnd,
      start: null,
      end: null,
      pausedSince: null,
    };
    const standing = [{ step: 'schedule', at, before: null }];
    this.sessions.set(id, { id, run, standing, lines: ['schedule'], bookedAt: null });
  }

  /** Takes a step. @returns whether it is possible. */
  take(id: string, step: ModelStep, at: number): boolean {
    const session = this.get(id);
    const state = NEXT[step][session.run.state];
    if (state === undefined) return false;
    // A session with money took place.
    if (step === 'cancel' && session.bookedAt !== null) return false;
    const before = session.run;
    session.run = {
      ...before,
      state,
      start: step === 'goLive' ? at : before.start,
      end: step === 'end' ? at : before.end,
      pausedSince: step === 'pause' ? at : null,
    };
    this.keep(session, step, at, before);
    return true;
  }

  /** Gives an ended session its real times. @returns whether it is possible. */
  correct(id: string, { start, end }: { start: number; end: number }, at: number): boolean {
    const session = this.get(id);
    const before = session.run;
    if (before.state !== 'ended') return false;
    session.run = { ...before, start, end };
    this.keep(session, 'correct', at, before);
    return true;
  }

  record(id: string, at: number): boolean {
    const session = this.get(id);
    const { state, planStart } = session.run;
    const isExpected = state === 'scheduled' && at < planStart + 30 * MINUTE;
    if (isExpected || state === 'cancelled') return false;
    session.bookedAt = at;
    return true;
  }

  /** Takes the last step back. @returns what it blocks, or null when it was taken back. */
  undo(id: string, at: number): 'too_late' | 'has_entries' | null {
    const session = this.get(id);
    const last = session.standing.at(-1);
    if (last === undefined || at - last.at > 15 * MINUTE) return 'too_late';
    const { bookedAt } = session;
    if (last.before === null) {
      if (bookedAt !== null) return 'has_entries';
      this.sessions.delete(id);
      return null;
    }
    if (bookedAt !== null && bookedAt > last.at) return 'has_entries';
    session.standing.pop();
    session.run = last.before;
    session.lines.push(`undo ${last.step}`);
    return null;
  }

  /** What viewers read at a time. */
  phaseAt(id: string, now: number): string {
    const { state, planStart, planEnd, start } = this.get(id).run;
    if (state === 'cancelled') return 'cancelled';
    if (state === 'ended') return 'over';
    if (state === 'scheduled') {
      if (now < planStart) return 'upcoming';
      return now < planEnd ? 'should_be_on_air' : 'over';
    }
    const isForgotten = now >= Math.max(start ?? planStart, planEnd) + 12 * HOUR;
    if (isForgotten) return 'over';
    return state === 'live' ? 'on_air' : 'paused';
  }

  /** What the merchant reads at a time. */
  stateAt(id: string, now: number): string {
    const { state, planStart } = this.get(id).run;
    return state === 'scheduled' && now >= planStart + 30 * MINUTE ? 'unconfirmed' : state;
  }

  /** The tabs of the merchant's list in which a session stands, beside the one of all. */
  tabsAt(id: string, now: number): string[] {
    const state = this.stateAt(id, now);
    const { bookedAt } = this.get(id);
    switch (state) {
      case 'scheduled':
        return ['upcoming'];
      case 'live':
      case 'paused':
        return ['on_air'];
      case 'ended':
        return bookedAt === null ? ['ended', 'to_record'] : ['ended'];
      default:
        return [state];
    }
  }

  /** The sessions that are on air, earliest first, then the others by their plan. */
  aheadAt(now: number): string[] {
    const isOnAir = ({ run: { state, pausedSince } }: ModelSession): boolean =>
      state === 'live' || (pausedSince !== null && now - pausedSince < 2 * HOUR + MINUTE);
    const byStart = (a: ModelSession, b: ModelSession): number =>
      (a.run.start ?? 0) - (b.run.start ?? 0);
    const byPlan = (a: ModelSession, b: ModelSession): number =>
      a.run.planStart - b.run.planStart || (a.id < b.id ? -1 : 1);
    const ahead = [...this.sessions.values()].filter(
      ({ id }) => !['over', 'cancelled'].includes(this.phaseAt(id, now)),
    );
    const onAir = ahead.filter(isOnAir).sort(byStart);
    const others = ahead.filter((session) => !isOnAir(session)).sort(byPlan);
    return [...onAir, ...others].map(({ id }) => id);
  }

  private get(id: string): ModelSession {
    const session = this.sessions.get(id);
    if (session === undefined) throw new Error(`the model has no session ${id}`);
    return session;
  }

  private keep(session: ModelSession, step: string, at: number, before: Run): void {
    session.standing.push({ step, at, before });
    session.lines.push(step);
  }
}
