import type { Copies } from './copies';
import type { Gateway } from './gateway';

/** What every store of records works with. */
export interface StoreContext {
  gateway: Gateway;
  copies: Copies;
  /** Now, in UTC with milliseconds. */
  now(): string;
}
