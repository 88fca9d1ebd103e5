import type { ApiError, ErrorCode, FieldIssues } from './errors';

/** Thrown on the cloud to refuse a call; the router turns it into the error half of the envelope. */
export class Failure extends Error {
  readonly error: ApiError;

  constructor(code: ErrorCode, details: Omit<ApiError, 'code'> = {}) {
    super(code);
    this.name = 'Failure';
    this.error = { code, ...details };
  }
}

/** A refusal that names fields. */
export function invalidInput(fields: FieldIssues): Failure {
  return new Failure('invalid_input', { fields });
}

/** Refuses an input that has problems. @throws Failure `invalid_input` when there is one. */
export function refuseIfAny(problems: FieldIssues): void {
  if (Object.keys(problems).length > 0) throw invalidInput(problems);
}

/** A refusal of what would pass a limit. */
export function limitReached(limit: number): Failure {
  return new Failure('limit_reached', { info: { limit } });
}

/**
 * Refuses a change of what was read at an earlier version.
 * @param kept what is stored.
 * @param version the version that was read.
 * @throws Failure `stale_version` with the current version.
 */
export function refuseIfStale(kept: { readonly version: number }, version: number): void {
  if (kept.version !== version) {
    throw new Failure('stale_version', { info: { version: kept.version } });
  }
}
