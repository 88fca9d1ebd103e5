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

const encoder = new TextEncoder();

/** Counts what setData carries. Data cross as JSON, as between WeChat's two threads. */
export class SetDataMeter {
  private calls: SetDataCall[] = [];

  /** Counts a transfer. @returns the data as the screen receives them */
  carry(route: string, data: unknown): Record<string, unknown> {
    const json = JSON.stringify(data);
    this.calls.push({ route, bytes: encoder.encode(json).length });
    return JSON.parse(json) as Record<string, unknown>;
  }

  /** Starts counting from zero. */
  reset(): void {
    this.calls = [];
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
