/** One transfer from the program's logic to its screen. */
export interface SetDataCall {
  /** Page that it went to, or in which the component is drawn that it went to. */
  readonly route: string;
  /** UTF-8 bytes of the JSON that WeChat would carry over. */
  readonly bytes: number;
}

/** Sum of some transfers. */
export interface SetDataSum {
  readonly calls: number;
  readonly bytes: number;
  /** Bytes of the largest single transfer. */
  readonly largest: number;
}

const encoder = new TextEncoder();

/** Counts what setData carries. Data crosses as JSON, as between WeChat's two threads. */
export class SetDataMeter {
  private calls: SetDataCall[] = [];

  /** Notes a transfer and gives the data as the screen receives it. */
  carry(route: string, data: unknown): Record<string, unknown> {
    const json = JSON.stringify(data);
    this.calls.push({ route, bytes: encoder.encode(json).length });
    return JSON.parse(json) as Record<string, unknown>;
  }

  /** Starts counting anew. */
  reset(): void {
    this.calls = [];
  }

  /** What was carried since the last `reset`. */
  get sum(): SetDataSum {
    return sumOf(this.calls);
  }

  /** As `sum`, to one page and the components in it. */
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
