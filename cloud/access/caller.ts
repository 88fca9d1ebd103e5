/** A call that needs no identity: the public pages. */
export interface Visitor {
  /** Instant of the call, UTC. */
  now: string;
  requestId: string;
  /** The person where the platform identifies them; a public answer may tell them of themselves only. */
  person?: string;
}

/** An identified person and the time of the call, as the platform states them. */
export interface Caller extends Visitor {
  /** The person as the platform identifies them. Never taken from input, never sent to anyone. */
  person: string;
}

/** A caller of a write: the request key makes a repeat harmless. */
export interface Writer extends Caller {
  requestKey: string;
}
