import { randomBytes } from 'node:crypto';

import * as v from 'valibot';

import { RATE_FACTOR } from '../../cloud/runtime/rates';
import { SCHEMA } from '../../cloud/database/schema';
import { FUNCTION_RULES } from '../../cloud/functions/rules';
import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from 'local-cloud';
import { publishRuleSets } from '../../demo/rule-sets';
import type { EndpointName, InputOf, OutputOf } from '../../src/contract/endpoints';
import type { CallSuccess, Envelope } from '../../src/contract/envelope';
import type { ApiError } from '../../src/contract/errors';
import { TEST_KEYS } from './keys';
import { DEFINITIONS, functionOf, isEndpointName } from './endpoints';

type OnWire = NonNullable<LocalCloudOptions['onWire']>;

/** Another folder holds functions into which a fault is built: see tests/faults. */
const BUILT_FUNCTIONS = process.env['FUNCTIONS_ROOT'] ?? 'cloudfunctions';

/** A test is faster than people are; tests/walks/rate-limits.test.ts is about the limits. */
const FAST_PEOPLE = { [RATE_FACTOR]: '1000', ...TEST_KEYS };

/** A cloud that tests of this process use one after the other. */
interface SharedCloud {
  readonly cloud: LocalCloud;
  onWire: OnWire | undefined;
}

/**
 * Clouds that the test before has closed, emptied: most of the time of a start is the loading of the
 * SDK in each worker.
 */
const free: SharedCloud[] = [];

function startCloud(options: Partial<LocalCloudOptions>): Promise<LocalCloud> {
  return startLocalCloud({
    dataDir: ':memory:',
    functionsRoot: BUILT_FUNCTIONS,
    schema: SCHEMA,
    rules: FUNCTION_RULES,
    strict: true,
    workers: 2,
    environment: FAST_PEOPLE,
    ...options,
  });
}

async function startSharedCloud(): Promise<SharedCloud> {
  const onWire: OnWire = (call) => shared.onWire?.(call);
  const shared: SharedCloud = { cloud: await startCloud({ onWire }), onWire: undefined };
  return shared;
}

/** Starts a strict, empty local cloud with the schema, the built functions and the real SDK. */
export async function startEmptyCloud({
  onWire,
  ...options
}: Partial<LocalCloudOptions> = {}): Promise<LocalCloud> {
  if (Object.keys(options).length > 0) {
    return startCloud({ ...options, ...(onWire === undefined ? {} : { onWire }) });
  }
  const shared = free.pop() ?? (await startSharedCloud());
  shared.onWire = onWire;
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await shared.cloud.reset();
    free.push(shared);
  };
  return { ...shared.cloud, close };
}

/** The day on which most walks begin. */
const PUBLISHED_AT = '2026-11-24T00:00:00.000Z';

/** As `startEmptyCloud`, with the rule sets. */
export async function startTestCloud(
  options: Partial<LocalCloudOptions> = {},
): Promise<LocalCloud> {
  const cloud = await startEmptyCloud(options);
  await publishRuleSets(cloud, PUBLISHED_AT);
  return cloud;
}

/** A new request key, as a client makes it for each intended write. */
export const newKey = (): string => `test-${randomBytes(12).toString('hex')}`;

/** Calls endpoints as one person, or anonymously. */
export interface TestCaller {
  /** Returns the envelope, for any input. */
  raw(endpoint: string, input: unknown, requestKey?: string | null): Promise<Envelope<unknown>>;
  /** Expects success and a result that matches the contract exactly. */
  ok<N extends EndpointName>(
    endpoint: N,
    input: InputOf<N>,
    requestKey?: string,
  ): Promise<OutputOf<N>>;
  /** As `ok`, with the warnings beside the data. */
  full<N extends EndpointName>(
    endpoint: N,
    input: InputOf<N>,
    requestKey?: string,
  ): Promise<CallSuccess<OutputOf<N>>>;
  /** Expects a refusal. */
  refused(endpoint: string, input: unknown, requestKey?: string | null): Promise<ApiError>;
}

/** An answer without what differs between a first answer and its repeat: request id and time. */
export function contentOf({
  requestId: _requestId,
  at: _at,
  ...content
}: Envelope<unknown>): unknown {
  return content;
}

/** Calls as `person`, or anonymously without one. */
export function callAs(cloud: LocalCloud, person?: string): TestCaller {
  const raw: TestCaller['raw'] = async (endpoint, input, requestKey = newKey()) => {
    const event = { endpoint, input, ...(requestKey === null ? {} : { requestKey }) };
    const as = person === undefined ? {} : { person };
    const answer = await cloud.call(
      isEndpointName(endpoint) ? functionOf(endpoint) : 'api',
      event,
      as,
    );
    if (answer.errCode !== undefined) throw new Error(`${endpoint}: ${answer.errMsg}`);
    return answer.result as Envelope<unknown>;
  };
  const full: TestCaller['full'] = async (endpoint, input, requestKey) => {
    const answer = await raw(endpoint, input, requestKey);
    if (!answer.ok) throw new Error(`${endpoint} was refused: ${JSON.stringify(answer.error)}`);
    const checked = v.safeParse(DEFINITIONS[endpoint].output, answer.data);
    if (!checked.success) {
      const where = checked.issues.map((issue) => `${v.getDotPath(issue) ?? ''} ${issue.message}`);
      throw new Error(`${endpoint} answered outside the contract: ${where.join('; ')}`);
    }
    return answer as CallSuccess<OutputOf<typeof endpoint>>;
  };
  return {
    raw,
    full,
    ok: async (endpoint, input, requestKey) => (await full(endpoint, input, requestKey)).data,
    refused: async (endpoint, input, requestKey) => {
      const answer = await raw(endpoint, input, requestKey);
      if (answer.ok) throw new Error(`${endpoint} was not refused`);
      return answer.error;
    },
  };
}
