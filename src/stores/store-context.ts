import type { Adapters } from '../platform/types';
import type { Copies } from './copies';
import type { Gateway } from './gateway';

/** What every store of records works with. */
export interface StoreContext {
  readonly gateway: Gateway;
  readonly copies: Copies;
  /** Now, in UTC with milliseconds. */
  readonly now: () => string;
}

/** What a draft needs of the device: a place for what is typed, request keys, and the time. */
export type DraftDevice = Pick<Adapters, 'storage' | 'scope' | 'newRequestKey'> &
  Pick<StoreContext, 'now'>;
