/** A sequence that shows a difference. */
export interface Finding {
  readonly seed: number;
  readonly what: string;
}

/** What came of a sequence. */
export interface SequenceResult {
  /** Of all calls and answers. */
  readonly digest: string;
  readonly finding: Finding | null;
}
