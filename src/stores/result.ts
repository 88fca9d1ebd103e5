import type { CallError } from '../contract/envelope';
import { ERROR_CODES, type ApiError, type ApiWarning } from '../contract/errors';

/** What a write came to. The caller shows `error` and `warnings`; nothing is thrown. */
export type Result<Data> =
  { ok: true; data: Data; warnings: readonly ApiWarning[] } | { ok: false; error: CallError };

/**
 * Whether the same write may be sent again unchanged, with the same request key. Until it is
 * answered, it is not known whether it was stored.
 */
export const mayRetry = (error: ApiError): boolean => ERROR_CODES[error.code].retryable;
