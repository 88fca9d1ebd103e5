import type { FieldIssues } from '../domain/field-issues';

export { FIELD_ISSUES, type FieldIssue, type FieldIssues } from '../domain/field-issues';

/**
 * Every way a call can fail, as a closed set. Errors cross layers as these codes, never as text;
 * each language has a sentence for every one of them (a total record, so a new code without words
 * does not compile).
 *
 * `retryable` tells whether the same call with the same request key may succeed later unchanged.
 */
export const ERROR_CODES = {
  /** The platform gave no identity (single-page mode, plain H5). */
  not_identified: { retryable: false },
  /** It does not exist, or this person may not know whether it exists. */
  not_found: { retryable: false },
  /** Their role in the store does not include this. */
  not_allowed: { retryable: false },
  /** One or more fields are wrong: see `fields`. Nothing was stored. */
  invalid_input: { retryable: false },
  unknown_endpoint: { retryable: false },
  /** A write came without a request key, so a repeat could double it. */
  request_key_missing: { retryable: false },
  /** The request key was used before for something else. */
  request_key_reused: { retryable: false },
  /** This very write was stored, more than seven days ago: its answer is no longer kept. */
  already_stored: { retryable: false },
  /** The document changed since it was read: `info.version` is the current version. */
  stale_version: { retryable: false },
  /** The session is in a state from which this step is impossible: `info.state`. */
  illegal_transition: { retryable: false },
  /** There may be no more of them: `info.limit`. */
  limit_reached: { retryable: false },
  /** A kept sum would pass 2^53−1 fen and could no longer be exact. */
  sum_too_large: { retryable: false },
  /** The entry was already corrected or undone: `info.currentId` if there is one. */
  entry_not_current: { retryable: false },
  /** It looks like a slip and was not confirmed: see `findingsIn`. Nothing was stored. */
  odd_amount: { retryable: false },
  /** The step looks like a wrong tap and was not confirmed: `info` names each oddity. */
  odd_step: { retryable: false },
  /** A refund happened before the day to which sales are to move: `info.returnedOn`, the first one. */
  refund_before_sale: { retryable: false },
  /** The last step cannot be taken back any more: `info.block`. */
  not_undoable: { retryable: false },
  /** The sessions are not pieces of one evening: `info.problem`. */
  not_joinable: { retryable: false },
  /** The session is part of a joined evening, which has to be split first. */
  session_joined: { retryable: false },
  /** The law's disclosure is incomplete, so the page cannot be public: see `fields`. */
  disclosure_incomplete: { retryable: false },
  /** The operator does not show the store's pages for now: `info.since`. */
  shop_suspended: { retryable: false },
  /** Too many people wrote to the same records at once. Nothing was stored. */
  busy: { retryable: true },
  /** This person calls more often than is allowed: `info.retryAfter` seconds. Nothing was stored. */
  too_many_requests: { retryable: true },
  /** The cloud has no space left. Nothing was stored; it works again once there is some. */
  storage_full: { retryable: true },
  internal: { retryable: true },
  /** The cloud lacks a function, a collection or the whole environment. Nothing was stored. */
  not_deployed: { retryable: true },
  /** The use that the plan allows is reached. Nothing was stored. */
  cloud_limit: { retryable: true },
  /** A function failed, or took too long, and gave no answer: the write may have been stored, as with `no_answer`. */
  cloud_failed: { retryable: true },
  /** The device has no network; the call never left. */
  offline: { retryable: true },
  /** No answer came: the write may have been stored. A repeat with the same request key finds out. */
  no_answer: { retryable: true },
} as const satisfies Record<string, { retryable: boolean }>;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** The error half of an answer. `info` carries plain values a sentence or a screen may need. */
export interface ApiError {
  code: ErrorCode;
  fields?: FieldIssues;
  info?: Record<string, string | number | boolean | null>;
}

/** Something the person should know although the call succeeded. Worded per language. */
export const WARNING_CODES = [
  /** Another session of the same host or account runs at the same time: `info.title`. */
  'session_overlap',
  /** A past session is there twice, entered at the same moment: `info.title`. */
  'entered_twice',
  /** The session's refunds now exceed what was paid in it. */
  'refunds_above_paid',
  /** More is recorded as paid than was ever ordered in the same scope. */
  'paid_above_ordered',
  /** The store lists an account of this platform and name twice: `info.name`. */
  'account_twice',
  /** The check digit of a credit code does not fit: `info.code`. */
  'credit_code_unlikely',
  /** Recorded amounts stay on the day of the session: `info.day`. */
  'day_kept',
] as const;

/** One of {@link WARNING_CODES}. */
export type WarningCode = (typeof WARNING_CODES)[number];

/** A warning beside the data of a successful answer. */
export interface ApiWarning {
  code: WarningCode;
  info?: Record<string, string | number>;
}
