/** The timers of one launched program. They end with it, and the host records their errors. */
export class ProgramTimers {
  /** When each timeout is due, in ms of the window's own clock. */
  private readonly timeouts = new Map<number, number>();
  private readonly intervals = new Set<number>();

  constructor(
    private readonly window: Window,
    private readonly guard: (run: () => void) => void,
  ) {}

  /** The timer functions for the program's scripts. */
  get globals(): Record<string, unknown> {
    return {
      setTimeout: (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
        const id = this.window.setTimeout(() => {
          this.timeouts.delete(id);
          this.guard(() => run(...args));
        }, ms);
        this.timeouts.set(id, this.window.performance.now() + (ms ?? 0));
        return id;
      },
      clearTimeout: (id: number) => this.clear(this.timeouts, id),
      setInterval: (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
        const id = this.window.setInterval(() => this.guard(() => run(...args)), ms);
        this.intervals.add(id);
        return id;
      },
      clearInterval: (id: number) => this.clear(this.intervals, id),
    };
  }

  /** Whether a timeout is due within so many ms. Intervals do not count: they never end. */
  isDueWithin(ms: number): boolean {
    const end = this.window.performance.now() + ms;
    return [...this.timeouts.values()].some((due) => due <= end);
  }

  /** Clears all timers. */
  clearAll(): void {
    for (const id of [...this.timeouts.keys()]) this.clear(this.timeouts, id);
    for (const id of [...this.intervals]) this.clear(this.intervals, id);
  }

  private clear(kind: Set<number> | Map<number, number>, id: number): void {
    if (!kind.delete(id)) return;
    // In a browser, clearTimeout clears intervals, too.
    this.window.clearTimeout(id);
  }
}
