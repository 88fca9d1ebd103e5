import { randomUUID } from 'node:crypto';

import { isPublicKind } from '../../src/contract/endpoint';
import type { ApiError } from '../../src/contract/errors';
import type { Envelope } from '../../src/contract/envelope';
import { Failure, invalidInput } from '../../src/contract/failure';
import { requestKeyField } from '../../src/contract/fields';
import { validate } from '../../src/contract/validate';
import type { Visitor, Writer } from '../access/caller';
import { withinTime } from '../database/call-time';
import { NotDeployed } from '../database/not-deployed';
import { StorageFull } from '../database/storage-full';
import type { AnyEndpoint } from '../endpoint/endpoint';
import type { Answer } from '../repositories/changes';
import { stopwatch } from './clock';
import { log } from './log';
import type { RateLimiter } from './rate-limits';

/** The endpoints of a cloud function by name. */
type Endpoints = Readonly<Record<string, AnyEndpoint>>;

/** The caller as the platform identifies them, and the time of the call. */
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
  endpoints: Endpoints,
  { endpoint: name, input, requestKey }: Call,
  { person, now }: Origin,
  { requestId, limiter }: { requestId: string; limiter: RateLimiter },
): Promise<Answer<unknown>> {
  const endpoint = Object.hasOwn(endpoints, name) ? endpoints[name] : undefined;
  if (endpoint === undefined) throw new Failure('unknown_endpoint');
  const { definition } = endpoint;
  if (!isPublicKind(definition.kind) && person === null) throw new Failure('not_identified');
  limiter.take(definition, person, now);
  const key = definition.kind === 'write' ? keyOf(requestKey) : '';
  const checked = validate(definition.input, input ?? {});
  if (!checked.ok) throw invalidInput(checked.fields);
  const caller: Visitor | Writer =
    person === null ? { now, requestId } : { now, requestId, person, requestKey: key };
  return endpoint.answer(checked.value as never, caller as never);
}

function errorOf(cause: unknown, endpoint: string, requestId: string): ApiError {
  if (cause instanceof Failure) return cause.error;
  const detail = cause instanceof Error ? (cause.stack ?? cause.message) : JSON.stringify(cause);
  log('error', 'call_failed', { endpoint, requestId, detail });
  if (cause instanceof NotDeployed) return { code: 'not_deployed' };
  return { code: cause instanceof StorageFull ? 'storage_full' : 'internal' };
}

/**
 * Answers one call: checks the endpoint, the identity, the rate, the request key and the input in
 * this order, and never throws across the wire. A call that takes too long is `busy`.
 * @param limiter of this instance of the function.
 */
export function route(
  endpoints: Endpoints,
  event: unknown,
  origin: Origin,
  limiter: RateLimiter,
): Promise<Envelope<unknown>> {
  const requestId = randomUUID();
  const call = readCall(event);
  return withinTime<Envelope<unknown>>(
    () => answer(endpoints, call, origin, { requestId, limiter }),
    () => {
      log('error', 'call_late', { endpoint: call.endpoint, requestId });
      return { ok: false, error: { code: 'busy' }, requestId, at: origin.now };
    },
  );
}

async function answer(
  endpoints: Endpoints,
  call: Call,
  origin: Origin,
  instance: { requestId: string; limiter: RateLimiter },
): Promise<Envelope<unknown>> {
  const { now: at } = origin;
  const { requestId } = instance;
  const elapsedMs = stopwatch();
  try {
    const { data, warnings } = await answerCall(endpoints, call, origin, instance);
    log('info', 'call', { endpoint: call.endpoint, requestId, ms: elapsedMs() });
    return warnings === undefined || warnings.length === 0
      ? { ok: true, data, requestId, at }
      : { ok: true, data, warnings, requestId, at };
  } catch (cause) {
    const error = errorOf(cause, call.endpoint, requestId);
    return { ok: false, error, requestId, at };
  }
}
