import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import type { FunctionConfig } from './config';
import { FairQueue } from './fair-queue';
import type { WorkerJob, WorkerReply } from './messages';
import { workerSource } from './worker-source';

/** How an event ended. */
export type Outcome = WorkerReply | 'timeout';

interface Ending {
  readonly outcome: Outcome;
  /** Whether the worker timed out, failed or exited, so that it cannot run another event. */
  readonly isBroken: boolean;
}

/** Receives the output of functions, line by line. */
export type Log = (line: string) => void;

interface PooledWorker {
  readonly worker: Worker;
  /** Modification time of its bundle: a rebuilt function gets a new worker. */
  readonly builtAt: number;
}

/** Workers beside those of the pool, for functions that call one another. */
const MAX_NESTED = 10;

/** The workers of one function. Each runs one event at a time and is used again. */
export class FunctionPool {
  private readonly idle: PooledWorker[] = [];
  private readonly waiting = new FairQueue<(pooled: PooledWorker) => void>();
  private readonly workers = new Set<PooledWorker>();

  constructor(
    private readonly config: FunctionConfig,
    private readonly size: number,
    private readonly env: Readonly<Record<string, string>>,
    private readonly log: Log,
  ) {}

  /**
   * Runs an event as soon as a worker is free. When none is, callers take turns: WeChat would start
   * another instance, and a burst of one caller delays no other.
   * @param caller who takes turns; null for a call by a function, which may hold the worker that this
   * one would wait for, and gets one of its own
   */
  async run(job: WorkerJob, caller: string | null): Promise<Outcome> {
    const pooled = await this.takeWorker(caller);
    const { outcome, isBroken } = await this.runOn(pooled, job);
    if (isBroken) this.replace(pooled);
    else this.release(pooled);
    return outcome;
  }

  /** Terminates all workers. */
  async close(): Promise<void> {
    const workers = [...this.workers];
    this.workers.clear();
    await Promise.all(workers.map(({ worker }) => worker.terminate()));
  }

  private async takeWorker(caller: string | null): Promise<PooledWorker> {
    for (let pooled = this.idle.pop(); pooled; pooled = this.idle.pop()) {
      if (pooled.builtAt === this.builtAt()) return pooled;
      this.discard(pooled);
    }
    const size = this.size + (caller === null ? MAX_NESTED : 0);
    if (this.workers.size < size) return this.spawn();
    return new Promise((resolve) => this.waiting.push(caller ?? '', resolve));
  }

  private release(pooled: PooledWorker): void {
    if (pooled.builtAt !== this.builtAt()) {
      this.replace(pooled);
      return;
    }
    const next = this.waiting.shift();
    if (next) next(pooled);
    else if (this.workers.size > this.size) this.discard(pooled);
    else this.idle.push(pooled);
  }

  private replace(pooled: PooledWorker): void {
    this.discard(pooled);
    const next = this.waiting.shift();
    if (next) next(this.spawn());
  }

  private discard(pooled: PooledWorker): void {
    this.workers.delete(pooled);
    void pooled.worker.terminate();
  }

  private builtAt(): number {
    return statSync(this.config.file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  private spawn(): PooledWorker {
    const worker = new Worker(workerSource(), {
      eval: true,
      env: this.env,
      workerData: { file: this.config.file },
      resourceLimits: { maxOldGenerationSizeMb: this.config.memoryMb },
      // Flags of this process, such as a TypeScript loader, are not meant for functions.
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.log(`[${this.config.name}] ${text.trimEnd()}`);
      });
    }
    const pooled = { worker, builtAt: this.builtAt() };
    this.workers.add(pooled);
    worker.once('exit', () => {
      this.workers.delete(pooled);
      const at = this.idle.indexOf(pooled);
      if (at >= 0) this.idle.splice(at, 1);
    });
    // A worker that fails while it is idle exits; the next event gets a new one.
    worker.on('error', () => undefined);
    worker.unref();
    return pooled;
  }

  private runOn({ worker }: PooledWorker, job: WorkerJob): Promise<Ending> {
    return new Promise((resolve) => {
      const finish = (outcome: Outcome, isBroken: boolean): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        worker.unref();
        resolve({ outcome, isBroken });
      };
      const onMessage = (reply: WorkerReply): void => finish(reply, false);
      const onError = (error: Error): void => {
        finish({ ok: false, message: error.message, stack: error.stack ?? '' }, true);
      };
      const onExit = (): void => {
        finish({ ok: false, message: 'the function ended its process', stack: '' }, true);
      };
      const timer = setTimeout(() => finish('timeout', true), this.config.timeoutMs);
      worker.ref();
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(job);
    });
  }
}
