import { randomUUID } from 'node:crypto';

import type { ApiError } from '../../src/contract/errors';
import * as applicant from '../../src/contract/applicant';
import * as discover from '../../src/contract/discover';
import type { Endpoint } from '../../src/contract/endpoint';
import * as host from '../../src/contract/host';
import * as incentive from '../../src/contract/incentive';
import * as liveSession from '../../src/contract/live-session';
import * as sales from '../../src/contract/sales';
import * as shop from '../../src/contract/shop';
import type { CallAnswer } from '../../src/contract/envelope';
import { Failure, invalidInput } from '../../src/contract/failure';
import { requestKeyField } from '../../src/contract/fields';
import { validate } from '../../src/contract/validate';
import type { Visitor, Writer } from '../access/caller';
import type { Answer } from '../repositories/changes';
import { stopwatch } from './clock';
import { log } from './log';

const MODULES = [applicant, discover, host, incentive, liveSession, sales, shop];

function isEndpoint(value: object): value is Endpoint {
  return 'kind' in value && 'name' in value && 'input' in value;
}

const DEFINITIONS = new Map(
  MODULES.flatMap((module) => Object.values<object>(module))
    .filter(isEndpoint)
    .map((definition) => [definition.name, definition] as const),
);

/** A handler as the router sees it, once its input is checked against its own schema. */
type AnyHandler = (input: never, caller: never) => Promise<Answer<unknown>>;

/** Who the platform says is calling, and when. */
export interface Origin {
  person: string | null;
  now: string;
}

interface Call {
  endpoint: string;
  input: unknown;
  requestKey: unknown;
}

function readCall(event: unknown): Call {
  const fields = typeof event === 'object' && event !== null ? event : {};
  const { endpoint, input, requestKey } = fields as Record<string, unknown>;
  return { endpoint: typeof endpoint === 'string' ? endpoint : '', input, requestKey };
}

function keyOf(requestKey: unknown): string {
  if (requestKey === undefined || requestKey === null) throw new Failure('request_key_missing');
  const checked = validate(requestKeyField, requestKey);
  if (!checked.ok) throw invalidInput({ requestKey: 'bad_format' });
  return checked.value;
}

async function answerCall(
  cloudFunction: 'api' | 'public',
  handlers: Record<string, AnyHandler>,
  call: Call,
  { person, now }: Origin,
  requestId: string,
): Promise<Answer<unknown>> {
  const { endpoint } = call;
  const definition = DEFINITIONS.get(endpoint);
  const handler = Object.hasOwn(handlers, endpoint) ? handlers[endpoint] : undefined;
  const isPublic = definition?.kind === 'publicRead';
  if (
    definition === undefined ||
    handler === undefined ||
    isPublic !== (cloudFunction === 'public')
  ) {
    throw new Failure('unknown_endpoint');
  }
  if (cloudFunction === 'api' && person === null) throw new Failure('not_identified');
  const requestKey = definition.kind === 'write' ? keyOf(call.requestKey) : '';
  const checked = validate(definition.input, call.input ?? {});
  if (!checked.ok) throw invalidInput(checked.fields);
  const caller: Visitor | Writer =
    person === null ? { now, requestId } : { now, requestId, person, requestKey };
  return handler(checked.value as never, caller as never);
}

function errorOf(cause: unknown, endpoint: string, requestId: string): ApiError {
  if (cause instanceof Failure) return cause.error;
  const detail = cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause);
  log('error', 'call_failed', { endpoint, requestId, detail });
  return { code: 'internal' };
}

/**
 * Answers one call: checks the endpoint, the identity, the request key and the input in this order,
 * and never throws across the wire.
 */
export async function route(
  cloudFunction: 'api' | 'public',
  handlers: Record<string, AnyHandler>,
  event: unknown,
  origin: Origin,
): Promise<CallAnswer<unknown>> {
  const requestId = randomUUID();
  const call = readCall(event);
  const elapsedMs = stopwatch();
  try {
    const { data, warnings } = await answerCall(cloudFunction, handlers, call, origin, requestId);
    log('info', 'call', { endpoint: call.endpoint, requestId, ms: elapsedMs() });
    return warnings === undefined || warnings.length === 0
      ? { ok: true, data, requestId }
      : { ok: true, data, warnings, requestId };
  } catch (cause) {
    const error = errorOf(cause, call.endpoint, requestId);
    return { ok: false, error, requestId };
  }
}
