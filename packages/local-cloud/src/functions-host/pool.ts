import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

import type { FunctionConfig } from './config';
import type { WorkerJob, WorkerReply } from './messages';
import { workerSource } from './worker-source';

/** How an event ended. */
export type Outcome = WorkerReply | 'timeout';

interface Ending {
  readonly outcome: Outcome;
  /** The worker ran out of time, broke or left: it takes no further event. */
  readonly isBroken: boolean;
}

/** Where functions' own output goes. */
export type Log = (line: string) => void;

interface Seat {
  readonly worker: Worker;
  /** Change time of the bundle the worker loaded: a rebuilt function gets a new worker. */
  readonly builtAt: number;
}

const MEMORY_MB = 256;

/** The workers of one function: each takes one event at a time and is used again. */
export class FunctionPool {
  private readonly idle: Seat[] = [];
  private readonly waiting: ((seat: Seat) => void)[] = [];
  private readonly seats = new Set<Seat>();

  constructor(
    private readonly config: FunctionConfig,
    private readonly size: number,
    private readonly env: Readonly<Record<string, string>>,
    private readonly log: Log,
  ) {}

  /** Runs one event; waits for a free worker first. */
  async run(job: WorkerJob): Promise<Outcome> {
    const seat = await this.takeSeat();
    const { outcome, isBroken } = await this.runOn(seat, job);
    if (isBroken) this.replace(seat);
    else this.release(seat);
    return outcome;
  }

  /** Ends all workers. */
  async close(): Promise<void> {
    const seats = [...this.seats];
    this.seats.clear();
    await Promise.all(seats.map((seat) => seat.worker.terminate()));
  }

  private async takeSeat(): Promise<Seat> {
    for (let seat = this.idle.pop(); seat; seat = this.idle.pop()) {
      if (seat.builtAt === this.builtAt()) return seat;
      this.discard(seat);
    }
    if (this.seats.size < this.size) return this.spawn();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  private release(seat: Seat): void {
    if (seat.builtAt !== this.builtAt()) {
      this.replace(seat);
      return;
    }
    const next = this.waiting.shift();
    if (next) next(seat);
    else this.idle.push(seat);
  }

  private replace(seat: Seat): void {
    this.discard(seat);
    const next = this.waiting.shift();
    if (next) next(this.spawn());
  }

  private discard(seat: Seat): void {
    this.seats.delete(seat);
    void seat.worker.terminate();
  }

  private builtAt(): number {
    return statSync(this.config.file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }

  private spawn(): Seat {
    const worker = new Worker(workerSource(), {
      eval: true,
      env: this.env,
      workerData: { file: this.config.file },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      // The host's own flags (a TypeScript loader, say) are no business of the function.
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.log(`[${this.config.name}] ${text.trimEnd()}`);
      });
    }
    const seat = { worker, builtAt: this.builtAt() };
    this.seats.add(seat);
    worker.once('exit', () => {
      this.seats.delete(seat);
      const at = this.idle.indexOf(seat);
      if (at >= 0) this.idle.splice(at, 1);
    });
    // A worker that breaks while idle only leaves; the next event gets a new one.
    worker.on('error', () => undefined);
    worker.unref();
    return seat;
  }

  private runOn({ worker }: Seat, job: WorkerJob): Promise<Ending> {
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
