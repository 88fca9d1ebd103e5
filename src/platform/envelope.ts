import type { CallAnswer, CallFailure } from '../contract/envelope';
import { ERROR_CODES, type ApiError, type ErrorCode } from '../contract/errors';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.prototype.hasOwnProperty.call(ERROR_CODES, code);
}

/** A failure found on the device; it has a request id only where an answer came. */
export function failure(code: ErrorCode, requestId = ''): CallFailure {
  return { ok: false, error: { code }, requestId };
}

/**
 * What the platform's own refusals mean: `errCode` of `wx.cloud.callFunction`. Without a code of this
 * list it is not known whether the call arrived.
 */
const PLATFORM_CODES: Readonly<Record<string, ErrorCode>> = {
  '-501000': 'not_deployed',
  '-501001': 'cloud_failed',
  '-501002': 'cloud_failed',
  '-501003': 'cloud_limit',
  '-501004': 'cloud_limit',
  '-501005': 'not_deployed',
  '-501023': 'not_identified',
  '-504001': 'cloud_failed',
  '-504002': 'cloud_failed',
  '-504003': 'cloud_failed',
};

/** The failure that a call ended in when the platform refused it or nothing came back. */
export function failureOf(cause: unknown): CallFailure {
  const { errCode, errMsg } = Object(cause) as Record<string, unknown>;
  // Some versions of WeChat give the code in the text alone.
  const [code = ''] = /-50\d{4}\b/.exec(`${String(errCode)} ${String(errMsg)}`) ?? [];
  return failure(PLATFORM_CODES[code] ?? 'no_answer');
}

/** The cloud's instant in what a function answered, as it came. */
export function instantIn(result: unknown): unknown {
  return isObject(result) ? result.at : undefined;
}

/**
 * The envelope in what a function answered. Anything else means that it is not known what became of
 * the call: `no_answer`. A code this version does not know is shown as `internal`.
 */
export function toAnswer<Data>(result: unknown): CallAnswer<Data> {
  if (!isObject(result)) return failure('no_answer');
  if (result.ok === true && 'data' in result) {
    // The shape of `data` is the contract's: both ends are built from the same schemas.
    return result as unknown as CallAnswer<Data>;
  }
  if (result.ok !== false || !isObject(result.error)) return failure('no_answer');
  const requestId = typeof result.requestId === 'string' ? result.requestId : '';
  if (!isCode(result.error.code)) return failure('internal', requestId);
  // The fields and figures of an error are the contract's.
  return { ok: false, error: result.error as unknown as ApiError, requestId };
}
