/** The cloud's clock. A test can set it; from there it runs on. */
export class Clock {
  private shiftMs: number | null = null;

  /** Sets the clock to an instant (ISO string), or back to real time with `null`. */
  set(iso: string | null): void {
    if (iso === null) {
      this.shiftMs = null;
      return;
    }
    const target = Date.parse(iso);
    if (Number.isNaN(target)) throw new Error(`setNow: not an instant: ${iso}`);
    this.shiftMs = target - Date.now();
  }

  /** Milliseconds to add to real time; null for real time. */
  get offsetMs(): number | null {
    return this.shiftMs;
  }

  /** The cloud's present, in milliseconds since 1970. */
  now(): number {
    return Date.now() + (this.shiftMs ?? 0);
  }
}
