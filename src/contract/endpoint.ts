import type * as v from 'valibot';

/**
 * What a call may do. `read` and `write` are for people whom WeChat has identified, and a write
 * carries a request key; `publicRead` and `count` need no identity. A `count` adds to a number that
 * nothing depends on: it has no key, and its answer is not waited for.
 */
export type EndpointKind = 'read' | 'write' | PublicKind;
type PublicKind = 'publicRead' | 'count';

/** Whether endpoints of a kind are for anyone. */
export function isPublicKind(kind: EndpointKind): kind is PublicKind {
  return kind === 'publicRead' || kind === 'count';
}

/** What an endpoint takes and what it answers. */
interface Schemas<Input extends v.GenericSchema, Output extends v.GenericSchema> {
  readonly input: Input;
  readonly output: Output;
}

/** The one definition of an endpoint: the cloud answers it, the client's types derive from it. */
export interface Endpoint<
  Name extends string = string,
  Kind extends EndpointKind = EndpointKind,
  Input extends v.GenericSchema = v.GenericSchema,
  Output extends v.GenericSchema = v.GenericSchema,
> extends Schemas<Input, Output> {
  /** `concept.verb`. */
  readonly name: Name;
  readonly kind: Kind;
}

/** The input of an endpoint before it is checked: what a caller sends. */
export type Input<E extends Endpoint> = v.InferInput<E['input']>;
/** The input of an endpoint after it is checked and trimmed: what the cloud works on. */
export type CheckedInput<E extends Endpoint> = v.InferOutput<E['input']>;
/** What an endpoint answers. */
export type Output<E extends Endpoint> = v.InferOutput<E['output']>;

/** Defines an endpoint that reads for an identified person. */
export function read<
  const Name extends string,
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
>(name: Name, schemas: Schemas<Input, Output>): Endpoint<Name, 'read', Input, Output> {
  return { name, kind: 'read', ...schemas };
}

/** Defines an endpoint that changes something for an identified person. */
export function write<
  const Name extends string,
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
>(name: Name, schemas: Schemas<Input, Output>): Endpoint<Name, 'write', Input, Output> {
  return { name, kind: 'write', ...schemas };
}

/** Defines an endpoint that reads for anyone. */
export function publicRead<
  const Name extends string,
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
>(name: Name, schemas: Schemas<Input, Output>): Endpoint<Name, 'publicRead', Input, Output> {
  return { name, kind: 'publicRead', ...schemas };
}

/** Defines an endpoint that counts something for anyone. */
export function count<
  const Name extends string,
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
>(name: Name, schemas: Schemas<Input, Output>): Endpoint<Name, 'count', Input, Output> {
  return { name, kind: 'count', ...schemas };
}
