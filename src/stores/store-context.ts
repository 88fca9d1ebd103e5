import type { Copies } from './copies';
import type { Gateway } from './gateway';

/** What every store of records works with. */
export interface StoreContext {
  readonly gateway: Gateway;
  readonly copies: Copies;
  /** Now, in UTC with milliseconds. */
  readonly now: () => string;
}
