import type { CheckedInput, Endpoint, EndpointKind, Output } from '../../src/contract/endpoint';
import type { DefinitionOf, EndpointName } from '../../src/contract/endpoints';
import type { Capability } from '../../src/domain/shop/capabilities';
import type { Caller, Visitor, Writer } from '../access/caller';
import type { Answer } from '../repositories/changes';

/** What an endpoint needs: of the caller's role in the store, or that the caller is a verifier. */
export type Need = Capability | 'verifier';

interface Callers {
  read: Caller;
  write: Writer;
  publicRead: Visitor;
  count: Visitor;
}

/** Who calls an endpoint of a kind. */
export type CallerOf<Kind extends EndpointKind> = Callers[Kind];

/** An endpoint as the cloud answers it. */
export interface CloudEndpoint<E extends Endpoint = Endpoint> {
  readonly definition: E;
  /** What the caller must be allowed to; null where the endpoint itself decides. */
  readonly needs: Need | null;
  /** Fields of the input that others will see; absent: none. */
  readonly words?: readonly string[];
  /** Answers a call whose input is checked. It decides access before it reads anything else. */
  answer(input: CheckedInput<E>, caller: CallerOf<E['kind']>): Promise<Answer<Output<E>>>;
}

/** The endpoints of a cloud function by name. */
export type EndpointTable<Names extends EndpointName> = {
  readonly [N in Names]: CloudEndpoint<DefinitionOf<N>>;
};

/** Any endpoint: its input is checked against its own schema before it is asked. */
export interface AnyEndpoint {
  readonly definition: Endpoint;
  readonly needs: Need | null;
  readonly words?: readonly string[];
  answer(input: never, caller: never): Promise<Answer<unknown>>;
}

/** The exports of a list of endpoints by the names of their definitions. */
export function tableOf<List extends Record<string, AnyEndpoint>>(list: List) {
  return Object.fromEntries(
    Object.values(list).map((endpoint) => [endpoint.definition.name, endpoint]),
  ) as { readonly [E in List[keyof List] as E['definition']['name']]: E };
}
