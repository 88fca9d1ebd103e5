/** An event for a function, sent to a worker. */
export interface WorkerJob {
  readonly eventJson: string;
  /** Environment variables of this caller; `null` removes one of the previous caller. */
  readonly env: Readonly<Record<string, string | null>>;
  /** Milliseconds to add to real time, or null for real time. */
  readonly offsetMs: number | null;
  /** The second argument of the function's `main`. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** The reply of a worker: the result as JSON, or the error. */
export type WorkerReply =
  | { readonly ok: true; readonly resultJson: string }
  | { readonly ok: false; readonly message: string; readonly stack: string };

/** What a worker starts with. */
export interface WorkerStart {
  /** Absolute path of the function's index.js. */
  readonly file: string;
}
