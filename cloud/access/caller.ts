/** A call without identity: the public pages. */
export interface Visitor {
  /** Instant of the call, UTC. */
  now: string;
  requestId: string;
}

/** Who calls and when. Made by the runtime from the platform's context. */
export interface Caller extends Visitor {
  /** The person as the platform identifies them. Never taken from input, never sent to anyone. */
  person: string;
}

/** A caller who means to write: the request key makes a repeat harmless. */
export interface Writer extends Caller {
  requestKey: string;
}
