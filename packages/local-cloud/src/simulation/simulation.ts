import { AsyncLocalStorage } from 'node:async_hooks';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type LocalDatabase, openDatabase } from '../database';
import { Engine } from '../engine/engine';
import {
  baseEnvironment,
  type Caller,
  callerEnvironment,
  functionContext,
} from '../functions-host/environment';
import type { CallAnswer } from '../functions-host/host';
import { DEFAULT_RULES, type FunctionRules } from '../functions-host/rules';
import type { CloudSchema } from '../schema';
import { FileStore } from '../storage/files';
import type { WireParams } from '../wire/database-actions';
import { answerWire } from '../wire/wire';
import { Instances } from './instances';
import { takeRequests, type TakenRequest } from './transport';
import { seedRandomness } from './randomness';
import { VirtualTime } from './virtual-time';

/** Time outside the simulation, in milliseconds. */
const realNow = performance.now.bind(performance);

const ADDRESS = 'http://simulated.invalid';
const SECRET = 'simulated';
/** So long a function may wait for the disk, in milliseconds of real time. */
const MAX_WAIT_MS = 20_000;

/** What happens to a request of the SDK. */
export type RequestFault =
  /** The connection breaks before the cloud has it. */
  | { readonly is: 'lost_request' }
  /** The cloud does it, and the answer is lost. */
  | { readonly is: 'lost_answer' }
  /** The cloud refuses it with an error of its own. */
  | { readonly is: 'refused'; readonly code: string; readonly message: string }
  /** It waits while time passes. */
  | { readonly is: 'delayed'; readonly ms: number }
  /** The instance that sent it ends, before the cloud has it or after. */
  | { readonly is: 'killed'; readonly isDone: boolean }
  /** The client does not wait any longer; the instance goes on. */
  | { readonly is: 'given_up' };

/** A request that may go next. */
export interface WaitingRequest {
  readonly action: string;
  readonly collection: string | null;
  readonly isInTransaction: boolean;
  /** Number of the call that sent it, from 1. */
  readonly call: number;
}

/** What a simulation lets happen, by choices that its caller makes. */
export interface Choices {
  /** Which of the waiting requests goes next. @returns an index below `count` */
  next(count: number): number;
  /** How long a request takes, in milliseconds. */
  latency(): number;
  /** Whether a request meets a fault. */
  fault(request: WaitingRequest): RequestFault | null;
  /** In place of `Math.random`. */
  random(): number;
}

/** How a simulation is set up. */
export interface SimulationOptions {
  readonly schema: CloudSchema;
  /** Folder with one folder per function, which resolves `wx-server-sdk` from there. */
  readonly functionsRoot: string;
  readonly rules?: FunctionRules;
  /** Variables of the functions' environment, as the console sets them. */
  readonly environment?: Readonly<Record<string, string>>;
  /** SQLite file of the documents; default: they are in memory. */
  readonly file?: string;
  readonly startAt: string;
  readonly choices: Choices;
  /** Called after each request that the cloud answered. @param isRefused whether with an error */
  readonly onRequest?: (request: WaitingRequest, isRefused: boolean) => void;
}

/**
 * Puts a plain object in place of the environment, which the SDK reads for each request: the real one
 * asks the system for every variable.
 * @returns how to undo it
 */
function copyEnvironment(): () => void {
  const real = process.env;
  process.env = { ...real };
  return () => {
    process.env = real;
  };
}

/** An answer that did not come: the client's time limit passed, or the instance ended. */
const NO_ANSWER = -504003;

interface RunningCall {
  readonly id: number;
  isKilled: boolean;
  /** Answers the client; later answers are dropped. */
  answer: (answer: CallAnswer) => void;
}

interface Waiting extends TakenRequest, WaitingRequest {
  readonly sender: RunningCall | null;
  notBefore: number;
  isNew: boolean;
}

/**
 * WeChat cloud in one process: the built functions, wx-server-sdk and the engine, on a clock that
 * stands still between requests and in an order that the caller chooses. The same choices give the
 * same run. One simulation at a time.
 */
export class Simulation {
  readonly time = new VirtualTime();
  private readonly context = new AsyncLocalStorage<RunningCall>();
  private readonly instances: Instances;
  private readonly waiting: Waiting[] = [];
  private readonly undo: (() => void)[] = [];
  private engine: Engine;
  private readonly files: FileStore;
  private readonly filesDir = join(tmpdir(), `simulation-${String(process.pid)}`);
  private calls = 0;
  private readonly running = new Set<RunningCall>();
  private open = 0;
  private driving: Promise<void> | null = null;
  private choices: Choices;
  private readonly turn = setImmediate;

  constructor(private readonly options: SimulationOptions) {
    this.choices = options.choices;
    this.undo.push(copyEnvironment());
    Object.assign(process.env, baseEnvironment(`${ADDRESS}/admin`, SECRET), options.environment, {
      SILENCE: 'true',
    });
    this.time.to(Date.parse(options.startAt));
    this.undo.push(this.time.install());
    this.undo.push(takeRequests(ADDRESS, (request) => this.take(request)));
    this.undo.push(seedRandomness(() => this.choices.random()));
    this.instances = new Instances(options.functionsRoot);
    // The SDK draws random numbers while it is loaded, which is once in a process.
    this.instances.load();
    this.engine = this.openEngine(options.file ?? ':memory:');
    this.files = new FileStore(this.filesDir);
  }

  /** Direct access to the documents. */
  get database(): LocalDatabase {
    return openDatabase(this.engine);
  }

  /** Puts other choices in force. */
  choose(choices: Choices): void {
    this.choices = choices;
  }

  /** Calls a function as a mini program does. */
  call(name: string, event: unknown, as: { readonly person?: string } = {}): Promise<CallAnswer> {
    const rule = (this.options.rules ?? DEFAULT_RULES)[name] ?? 'auth';
    this.calls += 1;
    const requestID = `call-${String(this.calls)}`;
    const isDenied = rule === 'nobody' || (rule === 'auth' && as.person === undefined);
    if (isDenied) {
      return Promise.resolve({ errMsg: 'PERMISSION_DENIED', errCode: -501023, requestID });
    }
    return this.start(name, event, { source: 'wx_client', ...as }, requestID);
  }

  /** Runs a function as its timer does. */
  trigger(name: string): Promise<CallAnswer> {
    this.calls += 1;
    const event = { Type: 'timer', TriggerName: name, Time: new Date().toISOString(), Message: '' };
    return this.start(name, event, { source: 'wx_trigger' }, `call-${String(this.calls)}`);
  }

  /** Whether a function runs. */
  get isBusy(): boolean {
    return this.open > 0;
  }

  /** Waits until no function runs, also of calls that were given up. */
  async idle(): Promise<void> {
    while (this.driving !== null) await this.driving;
  }

  /** Every instance ends, and the documents are read again from a file: as after `kill -9`. */
  restart(file: string): void {
    for (const { sender } of [...this.waiting]) this.kill(sender);
    this.waiting.length = 0;
    this.engine.close();
    this.engine = this.openEngine(file);
  }

  /** Removes all documents, ends all instances, and sets the clock, also to an earlier instant. */
  reset(startAt: string): void {
    this.engine.clear();
    this.instances.clear();
    this.time.reset(Date.parse(startAt));
    this.calls = 0;
  }

  /** Number of the latest call. */
  get lastCall(): number {
    return this.calls;
  }

  /** Gives the process its clock, timers and network back. */
  close(): void {
    // A storage that stays in use makes every later promise of this process slower.
    this.instances.clear();
    this.context.disable();
    for (const undo of this.undo.reverse()) undo();
    this.engine.close();
    rmSync(this.filesDir, { recursive: true, force: true });
  }

  private openEngine(file: string): Engine {
    return new Engine(file, this.options.schema, { isStrict: true });
  }

  private start(
    name: string,
    event: unknown,
    caller: Caller,
    requestID: string,
  ): Promise<CallAnswer> {
    return new Promise((resolve) => {
      const running: RunningCall = { id: this.calls, isKilled: false, answer: resolve };
      const main = this.instances.take(name);
      this.open += 1;
      this.running.add(running);
      const json = JSON.stringify(event ?? {});
      this.context.run(running, () => {
        for (const [key, value] of Object.entries(callerEnvironment(name, caller))) {
          if (value === null) delete process.env[key];
          else process.env[key] = value;
        }
        const context = functionContext(name, requestID, { timeoutMs: 20_000, memoryMb: 256 });
        void Promise.resolve(main(JSON.parse(json), context))
          .then(
            (result) => ({ errMsg: 'cloud.callFunction:ok', requestID, result }),
            (cause: unknown) => ({ errMsg: String(cause), errCode: -504002, requestID }),
          )
          .then((answer) => {
            if (running.isKilled) return;
            this.running.delete(running);
            this.open -= 1;
            this.instances.release(name, main);
            resolve(JSON.parse(JSON.stringify(answer)) as CallAnswer);
          });
      });
      this.driving ??= this.drive();
    });
  }

  private take(request: TakenRequest): void {
    const sender = this.context.getStore() ?? null;
    if (sender?.isKilled === true) return;
    const { action, collectionName, transactionId } = request.params;
    this.waiting.push({
      ...request,
      action: String(action),
      collection: typeof collectionName === 'string' ? collectionName : null,
      isInTransaction: typeof transactionId === 'string',
      call: sender?.id ?? 0,
      sender,
      notBefore: this.time.now,
      isNew: true,
    });
  }

  /** Lets one request after the other go, until no call is open. */
  private async drive(): Promise<void> {
    await this.settle();
    for (let since = realNow(); this.open > 0;) {
      const ready = this.waiting.filter(({ notBefore }) => notBefore <= this.time.now);
      const next = ready[ready.length > 1 ? this.choices.next(ready.length) : 0];
      if (next !== undefined) this.run(next);
      else if (this.time.nextRing < Infinity || this.waiting.length > 0) this.pass();
      else if (realNow() - since > MAX_WAIT_MS) this.abandon();
      // A function may read a module of its own from the disk; it waits for nothing else outside.
      if (next !== undefined) since = realNow();
      await this.settle();
    }
    this.driving = null;
  }

  /** Nothing can go: time passes until something can. */
  private pass(): void {
    const earliest = Math.min(...this.waiting.map(({ notBefore }) => notBefore));
    if (this.time.nextRing <= earliest) this.time.ringNext();
    else this.time.to(earliest);
  }

  /** Lets all that is ready run: nothing here waits for more than promises. */
  private settle(): Promise<void> {
    return new Promise((resolve) => this.turn(resolve));
  }

  private run(request: Waiting): void {
    const fault = request.isNew ? this.choices.fault(request) : null;
    request.isNew = false;
    if (fault?.is === 'delayed') {
      request.notBefore = this.time.now + fault.ms;
      return;
    }
    this.waiting.splice(this.waiting.indexOf(request), 1);
    this.time.to(this.time.now + this.choices.latency());
    if (fault?.is === 'given_up') this.giveUp(request.sender);
    if (fault?.is === 'lost_request') return request.fail('ECONNRESET');
    if (fault?.is === 'killed' && !fault.isDone) return this.kill(request.sender);
    if (fault?.is === 'refused') {
      const { code, message } = fault;
      return request.reply({ requestId: 'simulated', code, message });
    }
    void this.answer(request, fault);
  }

  private async answer(request: Waiting, fault: RequestFault | null): Promise<void> {
    const { files } = this;
    const services = {
      engine: this.engine,
      files,
      now: () => this.time.now,
      baseUrl: () => ADDRESS,
      invoke: () => Promise.reject(new Error('not simulated')),
      // Functions share the environment here, so the token of a request may be another one's.
      openapi: { permits: () => true, visitedAt: () => this.time.now },
    };
    const caller = { gone: false };
    const params: WireParams = request.params;
    const reply = await answerWire(params, services, caller);
    this.options.onRequest?.(request, !Buffer.isBuffer(reply) && 'code' in reply);
    if (request.sender?.isKilled === true) return;
    if (fault?.is === 'killed') this.kill(request.sender);
    else if (fault?.is === 'lost_answer') request.fail('ECONNRESET');
    else request.reply(reply);
  }

  /** Ends calls that wait for nothing that this simulation knows. */
  private abandon(): void {
    for (const call of [...this.running]) this.kill(call);
  }

  private giveUp(call: RunningCall | null): void {
    if (call === null) return;
    const requestID = `call-${String(call.id)}`;
    call.answer({ errMsg: 'no answer', errCode: NO_ANSWER, requestID });
  }

  private kill(call: RunningCall | null): void {
    if (call === null || call.isKilled) return;
    call.isKilled = true;
    this.running.delete(call);
    this.open -= 1;
    this.giveUp(call);
    for (const request of this.waiting.filter(({ sender }) => sender === call)) {
      this.waiting.splice(this.waiting.indexOf(request), 1);
    }
  }
}
