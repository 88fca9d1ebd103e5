import { randomUUID } from 'node:crypto';

import { CloudError } from '../errors';
import { type FunctionConfig, readFunctionConfig } from './config';
import { type Caller, callerEnvironment, functionContext } from './environment';
import { FunctionPool, type Log } from './pool';
import type { FunctionRules } from './rules';

/** The answer of a call, as of `wx.cloud.callFunction`. */
export type CallAnswer =
  | (AnswerHead & { readonly result: unknown; readonly errCode?: undefined })
  | (AnswerHead & { readonly errCode: number; readonly result?: undefined });

interface AnswerHead {
  readonly errMsg: string;
  readonly requestID: string;
}

/** How functions are run. */
export interface HostOptions {
  readonly root: string;
  readonly rules: FunctionRules;
  /** Number of workers for each function. */
  readonly workers: number;
  readonly env: Readonly<Record<string, string>>;
  readonly offsetMs: () => number | null;
  readonly log: Log;
}

const MAX_EVENT_BYTES = 100 * 1024;
const MAX_RESULT_BYTES = 1024 * 1024;

/** errCode of `wx.cloud.callFunction`. */
const ERROR = {
  notFound: -501000,
  denied: -501023,
  tooLarge: -504001,
  failed: -504002,
  timeout: -504003,
} as const;

/** A failed call, with the errCode for the client. */
class CallError extends Error {
  constructor(
    readonly errCode: number,
    message: string,
  ) {
    super(message);
  }
}

/** Runs functions, and checks rules, sizes and time limits. */
export class FunctionsHost {
  private readonly pools = new Map<string, FunctionPool>();
  private readonly running = new Set<Promise<string>>();
  private readonly visits = new Map<string, number>();

  constructor(private readonly options: HostOptions) {}

  /** Calls a function. A failure is an answer with `errCode`. */
  async call(name: string, eventJson: string, caller: Caller): Promise<CallAnswer> {
    const requestID = randomUUID();
    try {
      const json = await this.track(this.run(name, eventJson, caller, requestID));
      return { errMsg: 'cloud.callFunction:ok', requestID, result: JSON.parse(json) as unknown };
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      this.options.log(`[${name}] ${error.message}`);
      const { errCode, message } = error;
      const errMsg = `cloud.callFunction:fail Error: errCode: ${String(errCode)} | errMsg: ${message}`;
      return { errMsg, errCode, requestID };
    }
  }

  /** Calls a function from another one, without a caller. @returns the result as JSON */
  async invoke(name: string, eventJson: string): Promise<string> {
    try {
      return await this.track(this.run(name, eventJson, { source: 'scf' }, randomUUID()));
    } catch (error) {
      if (!(error instanceof CallError)) throw error;
      throw new CloudError('FUNCTIONS_EXECUTE_FAIL', error.message);
    }
  }

  /** Whether a function may call an API of WeChat. @param token the function's `WX_API_TOKEN` */
  permits(token: unknown, api: string): boolean {
    const config = readFunctionConfig(this.options.root, String(token));
    return config?.openapi.includes(api) === true;
  }

  /** When a person last called a function as a client does, in ms; null: never. */
  visitedAt(person: string): number | null {
    return this.visits.get(person) ?? null;
  }

  /** Forgets who called. */
  forgetVisits(): void {
    this.visits.clear();
  }

  /** Waits until no function runs. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.allSettled(this.running);
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    await Promise.all([...this.pools.values()].map((pool) => pool.close()));
  }

  private async track(run: Promise<string>): Promise<string> {
    this.running.add(run);
    try {
      return await run;
    } finally {
      this.running.delete(run);
    }
  }

  private async run(
    name: string,
    eventJson: string,
    caller: Caller,
    requestId: string,
  ): Promise<string> {
    const config = readFunctionConfig(this.options.root, name);
    if (!config) {
      throw new CallError(ERROR.notFound, `FunctionName parameter could not be found: ${name}`);
    }
    this.assertMayCall(name, caller);
    const { source, person } = caller;
    if (source === 'wx_client' && person !== undefined) {
      this.visits.set(person, Date.now() + (this.options.offsetMs() ?? 0));
    }
    if (Buffer.byteLength(eventJson) > MAX_EVENT_BYTES) {
      throw new CallError(ERROR.tooLarge, 'EXCEED_MAX_PAYLOAD_SIZE: the event is over 100 KB');
    }
    const job = {
      eventJson,
      env: callerEnvironment(name, caller),
      offsetMs: this.options.offsetMs(),
      context: functionContext(name, requestId, config),
    };
    const who = caller.source === 'scf' ? null : `${caller.source} ${caller.person ?? ''}`;
    const outcome = await this.poolOf(config).run(job, who);
    if (outcome === 'timeout') {
      const seconds = String(config.timeoutMs / 1000);
      throw new CallError(ERROR.timeout, `Invoking task timed out after ${seconds} seconds`);
    }
    if (!outcome.ok) {
      throw new CallError(
        ERROR.failed,
        `functions execute fail | ${outcome.message}\n${outcome.stack}`,
      );
    }
    if (Buffer.byteLength(outcome.resultJson) > MAX_RESULT_BYTES) {
      throw new CallError(ERROR.tooLarge, 'EXCEED_MAX_RESPONSE_SIZE: the result is over 1 MB');
    }
    return outcome.resultJson;
  }

  private assertMayCall(name: string, caller: Caller): void {
    const rule = this.options.rules[name] ?? this.options.rules['*'] ?? 'auth';
    if (caller.source !== 'wx_client' || rule === 'anyone') return;
    if (rule === 'nobody') {
      throw new CallError(ERROR.denied, `PERMISSION_DENIED: ${name} is called by its trigger only`);
    }
    if (caller.person === undefined) {
      throw new CallError(ERROR.denied, 'Unauthenticated access is denied');
    }
  }

  private poolOf(config: FunctionConfig): FunctionPool {
    let pool = this.pools.get(config.name);
    if (!pool) {
      pool = new FunctionPool(config, this.options.workers, this.options.env, this.options.log);
      this.pools.set(config.name, pool);
    }
    return pool;
  }
}
