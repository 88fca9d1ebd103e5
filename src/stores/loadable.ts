import type { CallError } from '../contract/envelope';

/**
 * Something read from the cloud. `value` keeps the earlier answer while it is read again and when
 * that fails, so a screen is empty only when nothing was ever read.
 */
export interface Loadable<Value> {
  readonly status: 'idle' | 'loading' | 'ready' | 'error';
  readonly value: Value | null;
  /** Instant at which `value` was read from the cloud. */
  readonly at: string | null;
  /** Whether `value` is the copy kept on this device, not read since the program started. */
  readonly isCopy: boolean;
  readonly error: CallError | null;
}

/** Not asked for yet. */
export const IDLE: Loadable<never> = {
  status: 'idle',
  value: null,
  at: null,
  isCopy: false,
  error: null,
};

/** The same, being read (again). */
export function asLoading<Value>(before: Loadable<Value>): Loadable<Value> {
  return {
    ...before,
    status: 'loading',
  };
}

/** Just read. */
export function asReady<Value>(value: Value, at: string): Loadable<Value> {
  return {
    status: 'ready',
    value,
    at,
    isCopy: false,
    error: null,
  };
}

/** Reading failed; the value before stays. */
export function asFailed<Value>(before: Loadable<Value>, error: CallError): Loadable<Value> {
  return {
    ...before,
    status: 'error',
    error,
  };
}

/** The copy kept on this device: shown with its time until it is read again. */
export function asCopy<Value>(value: Value, at: string): Loadable<Value> {
  return {
    status: 'idle',
    value,
    at,
    isCopy: true,
    error: null,
  };
}
