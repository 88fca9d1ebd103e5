import type { GenericSchema } from 'valibot';

import type { Endpoint, EndpointKind } from '../../src/contract/endpoint';
import { shopIdOf } from '../../src/domain/shop/ids';

/** An input that names a store, by its own id or by the id of something that belongs to it. */
export type StoreInput =
  | { shopId: string }
  | { sessionId: string }
  | { hostId: string }
  | { entryId: string }
  | { seriesId: string };

/** An endpoint whose input names a store. */
export type StoreEndpoint<Kind extends EndpointKind> = Endpoint<
  string,
  Kind,
  GenericSchema<unknown, StoreInput>
>;

/** The store that a call is about. Ids carry their store, so that it is known before any reading. */
export function storeOf(input: StoreInput): string {
  if ('shopId' in input) return shopIdOf(input.shopId);
  if ('sessionId' in input) return shopIdOf(input.sessionId);
  if ('seriesId' in input) return shopIdOf(input.seriesId);
  return shopIdOf('hostId' in input ? input.hostId : input.entryId);
}
