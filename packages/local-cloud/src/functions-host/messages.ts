/** One event for a function, as the host hands it to a worker. */
export interface WorkerJob {
  readonly eventJson: string;
  /** Variables of this caller; `null` removes one left by the caller before. */
  readonly env: Readonly<Record<string, string | null>>;
  /** Milliseconds to add to real time, or null for real time. */
  readonly offsetMs: number | null;
  /** The second argument of the function's `main`. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** What a worker answers: the result as JSON text, or what was thrown. */
export type WorkerReply =
  | { readonly ok: true; readonly resultJson: string }
  | { readonly ok: false; readonly message: string; readonly stack: string };

/** What a worker is born with. */
export interface WorkerBirth {
  /** Absolute path of the function's index.js. */
  readonly file: string;
}
