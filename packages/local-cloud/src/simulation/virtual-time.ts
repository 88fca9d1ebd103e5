// Time of a simulation: it stands still until the simulation lets it pass.

/** A timer that waits. */
interface Timer {
  readonly at: number;
  readonly order: number;
  readonly ring: () => void;
}

const RealDate = Date;

/** The clock and the timers of this process, in place of the real ones. */
export class VirtualTime {
  private nowMs = 0;
  private made = 0;
  private readonly timers = new Map<number, Timer>();

  /** Milliseconds since 1970. */
  get now(): number {
    return this.nowMs;
  }

  /** When the next timer is due, in milliseconds since 1970; infinite without one. */
  get nextRing(): number {
    return Math.min(...[...this.timers.values()].map(({ at }) => at));
  }

  /** Moves the clock on; an earlier instant leaves it as it is. */
  to(ms: number): void {
    this.nowMs = Math.max(this.nowMs, ms);
  }

  /** Sets the clock, and drops all timers. */
  reset(ms: number): void {
    this.nowMs = ms;
    this.made = 0;
    this.timers.clear();
  }

  /** Moves the clock to the next timer, and runs it. */
  ringNext(): void {
    let next: [number, Timer] | undefined;
    for (const entry of this.timers) {
      const [, { at, order }] = entry;
      const isEarlier = next === undefined || at < next[1].at;
      if (isEarlier || (at === next?.[1].at && order < next[1].order)) next = entry;
    }
    if (next === undefined) return;
    this.timers.delete(next[0]);
    this.to(next[1].at);
    next[1].ring();
  }

  /**
   * Puts `Date`, `performance.now`, `setTimeout` and `clearTimeout` of this process on this time.
   * @returns how to undo it
   */
  install(): () => void {
    const { Date: date, setTimeout: set, clearTimeout: clear } = globalThis;
    const fakes = {
      Date: this.date(),
      setTimeout: (ring: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
        this.add(() => ring(...args), ms),
      clearTimeout: (timer: unknown) => void this.timers.delete(Number(timer)),
    };
    Object.assign(globalThis, fakes);
    const { performance: measured } = globalThis;
    const now = measured.now.bind(measured);
    measured.now = () => this.nowMs;
    return () => {
      measured.now = now;
      Object.assign(globalThis, { Date: date, setTimeout: set, clearTimeout: clear });
    };
  }

  private add(ring: () => void, ms: number): unknown {
    this.made += 1;
    const id = this.made;
    this.timers.set(id, { at: this.nowMs + Math.max(0, Number(ms) || 0), order: id, ring });
    const timer = { ref: () => timer, unref: () => timer, [Symbol.toPrimitive]: () => id };
    return timer;
  }

  private date(): DateConstructor {
    const now = (): number => this.nowMs;
    const virtual: DateConstructor = new Proxy(RealDate, {
      construct: (_target, args: unknown[]) =>
        Reflect.construct(RealDate, args.length === 0 ? [now()] : args) as Date,
      apply: () => new RealDate(now()).toString(),
      get: (target, name, receiver): unknown =>
        name === 'now' ? now : Reflect.get(target, name, receiver),
    });
    return virtual;
  }
}
