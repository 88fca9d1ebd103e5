/** A transfer from the program's logic to its screen. */
export interface SetDataCall {
  /** The page, also for a component in it. */
  readonly route: string;
  /** Size of the JSON in UTF-8. */
  readonly bytes: number;
}

/** Sum over several transfers. */
export interface SetDataSum {
  readonly calls: number;
  readonly bytes: number;
  /** Bytes of the largest single transfer. */
  readonly largest: number;
}

/** What the screen sends to the logic of a program. */
export interface ScreenSum {
  /** Events that a method of the program received, a page's scrolling among them. */
  readonly events: number;
  /** Selector queries: each asks the screen and waits for its answer. */
  readonly queries: number;
}

const encoder = new TextEncoder();

/** Counts what crosses between a program's two threads. Data cross as JSON, as in WeChat. */
export class SetDataMeter {
  private calls: SetDataCall[] = [];
  private events = 0;
  private queries = 0;

  /** Counts a transfer. @returns the data as the screen receives them */
  carry(route: string, data: unknown): Record<string, unknown> {
    const json = JSON.stringify(data);
    this.calls.push({ route, bytes: encoder.encode(json).length });
    return JSON.parse(json) as Record<string, unknown>;
  }

  /** Counts an event that a method of the program received. */
  countEvent(): void {
    this.events += 1;
  }

  /** Counts a selector query. */
  countQuery(): void {
    this.queries += 1;
  }

  /** Starts counting from zero. */
  reset(): void {
    this.calls = [];
    this.events = 0;
    this.queries = 0;
  }

  /** What the screen sent since the last `reset`. */
  get fromScreen(): ScreenSum {
    return { events: this.events, queries: this.queries };
  }

  /** The sum since the last `reset`. */
  get sum(): SetDataSum {
    return sumOf(this.calls);
  }

  /** The sum of one page and the components in it. */
  of(route: string): SetDataSum {
    return sumOf(this.calls.filter((call) => call.route === route));
  }
}

function sumOf(calls: readonly SetDataCall[]): SetDataSum {
  const sizes = calls.map(({ bytes }) => bytes);
  return {
    calls: sizes.length,
    bytes: sizes.reduce((total, bytes) => total + bytes, 0),
    largest: Math.max(0, ...sizes),
  };
}
