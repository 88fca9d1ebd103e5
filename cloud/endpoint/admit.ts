import type { CheckedInput, EndpointKind } from '../../src/contract/endpoint';
import { Failure } from '../../src/contract/failure';
import { can, type Capability } from '../../src/domain/shop/capabilities';
import { selfHostIdOf } from '../../src/domain/shop/ids';
import type { Admission } from '../access/admission';
import { type Seeing, sightOf } from '../access/sight';
import type { ChangeDoc } from '../database/documents';
import { type SalesSoFar, yearsToBound } from '../repositories/sales-so-far';
import { seatOf } from '../repositories/shops';
import type { CallerOf } from './endpoint';
import { type StoreEndpoint, storeOf } from './store-of';

/** Who is let in to an endpoint about a store. */
export interface AdmissionOptions<E extends StoreEndpoint<EndpointKind>> {
  /** What the caller's role in the store must include. */
  needs: Capability;
  /**
   * The host that the call is about, or null for the streamer's own: read in the same call as the
   * store. Absent or undefined: none is read.
   */
  host?: (input: CheckedInput<E>) => string | null | undefined;
  /** The session that the call is about, read in the same call as the store. Absent or null: none. */
  session?: (input: CheckedInput<E>) => string | null;
  /** Whether the current names of the store's hosts are read in the same call. */
  withNames?: boolean;
  /**
   * Whether the store's sales so far are read in the same call, and the day on which an amount is
   * booked, as far as the input names it. Absent or false: they are not read.
   */
  soFar?: (input: CheckedInput<E>) => string | boolean;
}

/** A call of a person who is let in. */
export interface StoreCall<E extends StoreEndpoint<EndpointKind>> extends Admission {
  readonly input: CheckedInput<E>;
  readonly caller: CallerOf<E['kind']> & Seeing;
  /** The record of the write that is being sent; null for one that was not done yet, and for a read. */
  readonly change: ChangeDoc | null;
  /** The store's sales so far, where they are read; they were as they are here before the transaction. */
  readonly soFar: SalesSoFar;
}

/**
 * Lets a person into the store that a call is about, or refuses before anything else is read. A
 * store of other people is `not_found`, as one that does not exist. One call, host and session
 * included.
 * @param changeId id of the record of the write that is being sent: a repeat finds it in that call.
 * @throws Failure `not_found` or `not_allowed`.
 */
export async function admit<E extends StoreEndpoint<'read' | 'write'>>(
  input: CheckedInput<E>,
  caller: CallerOf<E['kind']>,
  { needs, host, session, withNames, soFar = () => false }: AdmissionOptions<E>,
  changeId?: string,
): Promise<StoreCall<E>> {
  const shopId = storeOf(input);
  const hostId = host?.(input);
  const wanted = hostId === null ? selfHostIdOf(shopId) : hostId;
  const sessionId = session?.(input) ?? undefined;
  const booked = soFar(input);
  const years = booked === false ? undefined : yearsToBound(booked, caller.now);
  const beside = { hostId: wanted, sessionId, withNames, changeId, years };
  const seat = await seatOf(shopId, caller.person, beside);
  if (seat === null) throw new Failure('not_found');
  const { role } = seat;
  if (!can(role, needs)) throw new Failure('not_allowed');
  const admitted = seat.host?.shopId === shopId ? seat.host : null;
  const { shop, hostNames, change, unchecked, soFar: sales } = seat;
  const own = seat.session?.shopId === shopId ? seat.session : null;
  const seeing = { ...caller, sight: sightOf(seat) };
  const read = { shop, hostNames, host: admitted, session: own, change, unchecked, soFar: sales };
  return { input, caller: seeing, role, ...read };
}
