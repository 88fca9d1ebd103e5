/** The timers of one launched program. They end with it, and the host records their errors. */
export class ProgramTimers {
  private readonly timeouts = new Set<number>();
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
        this.timeouts.add(id);
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

  /** Clears all timers. */
  clearAll(): void {
    for (const id of [...this.timeouts]) this.clear(this.timeouts, id);
    for (const id of [...this.intervals]) this.clear(this.intervals, id);
  }

  private clear(kind: Set<number>, id: number): void {
    if (!kind.delete(id)) return;
    // In a browser, clearTimeout clears intervals, too.
    this.window.clearTimeout(id);
  }
}
