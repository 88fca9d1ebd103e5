import type { ApiError, ApiWarning } from './errors';

/** What a client sends to a cloud function. Identity is never part of it. */
export interface CallRequest {
  /** `concept.verb`: the name of an endpoint. */
  endpoint: string;
  input: unknown;
  /** Made by the client, one per intended write; a repeat returns the first answer. */
  requestKey?: string;
}

/** Success: data, and warnings beside it when there are any. */
export interface CallSuccess<Data> {
  ok: true;
  data: Data;
  warnings?: ApiWarning[];
  requestId: string;
}

/** Failure: a typed code; nothing was stored. */
export interface CallFailure {
  ok: false;
  error: ApiError;
  requestId: string;
}

/** Why a call failed, with the id under which the cloud logged it; empty where no answer came. */
export interface CallError extends ApiError {
  readonly requestId: string;
}

/** What came of a call. */
export type CallAnswer<Data> = CallSuccess<Data> | CallFailure;

/**
 * The envelope: a cloud function never throws across the wire. `at` is the instant of the call by
 * the cloud's clock, UTC, also of a refusal and of a repeated answer: devices set their time by it.
 */
export type Envelope<Data> = CallAnswer<Data> & { at: string };
