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
  /** The evening that it is a further piece of. */
  parent: string | null;
  /** Further pieces of the evening that it stands for, by their start. */
  pieces: string[];
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
    const alone = { bookedAt: null, parent: null, pieces: [] };
    this.sessions.set(id, { id, run, standing, lines: ['schedule'], ...alone });
  }

  /** A session that is entered after it took place. */
  backfill(id: string, { start, end }: { start: number; end: number }, at: number): void {
    this.plan(id, start, end, at);
    const session = this.get(id);
    session.run = { ...session.run, state: 'ended', start, end };
    session.standing = [{ step: 'backfill', at, before: null }];
    session.lines = ['backfill'];
  }

  /** The pieces of a session or evening, by their start. */
  piecesOf(id: string): string[] {
    return [id, ...this.get(id).pieces];
  }

  /** When a session, or the last piece of its evening, ended. */
  endOf(id: string): number | null {
    return this.get(this.piecesOf(id).at(-1) ?? id).run.end;
  }

  /**
   * Whether sessions that ended are one evening: each piece begins within half an hour of the end of
   * the one before. Null where it depends on the seconds of a call.
   */
  canJoin(ids: readonly string[]): boolean | null {
    if (ids.some((id) => this.get(id).run.state !== 'ended' || this.get(id).parent !== null)) {
      return false;
    }
    const runs = this.inOrder(ids).map((id) => this.get(id).run);
    if (runs.length > 10) return false;
    const gaps = runs.slice(1).map(({ start }, index) => (start ?? 0) - (runs[index]?.end ?? 0));
    const isNear = (gap: number): boolean =>
      [0, 30 * MINUTE].some((edge) => Math.abs(gap - edge) < MINUTE);
    const isOut = gaps.some((gap) => !isNear(gap) && (gap < 0 || gap > 30 * MINUTE));
    if (isOut) return false;
    return gaps.some(isNear) ? null : true;
  }

  /** Makes one evening of sessions. */
  join(ids: readonly string[], at: number): void {
    const [first = '', ...others] = this.inOrder(ids);
    for (const id of [first, ...others]) {
      const session = this.get(id);
      Object.assign(session, { parent: id === first ? null : first, pieces: [] });
      session.lines.push('join');
      const isJoined = session.standing.at(-1)?.step === 'join';
      if (!isJoined) session.standing.push({ step: 'join', at, before: session.run });
    }
    this.get(first).pieces = others;
  }

  /** Takes an evening apart. @returns whether it is one. */
  split(id: string): boolean {
    const pieces = this.piecesOf(id);
    if (pieces.length === 1) return false;
    for (const session of pieces.map((piece) => this.get(piece))) {
      Object.assign(session, { parent: null, pieces: [] });
      session.lines.push('split');
      session.standing.pop();
    }
    return true;
  }

  private inOrder(ids: readonly string[]): string[] {
    const startOf = (id: string): number => this.get(id).run.start ?? 0;
    return ids.flatMap((id) => this.piecesOf(id)).sort((a, b) => startOf(a) - startOf(b));
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
    if (before.state !== 'ended' || session.parent !== null || session.pieces.length > 0) {
      return false;
    }
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
  undo(id: string, at: number): 'too_late' | 'has_entries' | 'joined' | null {
    const session = this.get(id);
    const last = session.standing.at(-1);
    if (last?.step === 'join') return 'joined';
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
    // A further piece stands in none: the evening stands for all.
    if (this.get(id).parent !== null) return [];
    const isBooked = this.piecesOf(id).some((piece) => this.get(piece).bookedAt !== null);
    switch (state) {
      case 'scheduled':
        return ['upcoming'];
      case 'live':
      case 'paused':
        return ['on_air'];
      case 'ended':
        return isBooked ? ['ended'] : ['ended', 'to_record'];
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
