// Runs in a worker thread: loads the bundle of a function and runs one event at a time. It may import
// only Node's modules and types, because worker-source.ts compiles this file alone.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

import type { WorkerStart, WorkerJob, WorkerReply } from './messages';

type Main = (event: unknown, context: unknown) => unknown;

const { file } = workerData as WorkerStart;
const RealDate = Date;
let offsetMs: number | null = null;
let main: Main | undefined;

/** `Date` with a shifted present. */
function shiftedDate(): DateConstructor {
  const now = (): number => RealDate.now() + (offsetMs ?? 0);
  const construct = (args: unknown[]): unknown =>
    Reflect.construct(RealDate, args.length === 0 ? [now()] : args);
  const shifted: DateConstructor = new Proxy(RealDate, {
    construct: (_target, args: unknown[]) => construct(args) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, name, receiver): unknown =>
      name === 'now' ? now : Reflect.get(target, name, receiver),
  });
  RealDate.prototype.constructor = shifted;
  return shifted;
}

function load(): Main {
  const exported: unknown = createRequire(file)(file);
  const candidate: unknown =
    typeof exported === 'object' && exported !== null ? Reflect.get(exported, 'main') : undefined;
  if (typeof candidate !== 'function') throw new Error(`${file} does not export main`);
  return candidate as Main;
}

function setEnvironment(env: WorkerJob['env']): void {
  for (const [name, value] of Object.entries(env)) {
    if (value === null) delete process.env[name];
    else process.env[name] = value;
  }
}

async function run(job: WorkerJob): Promise<WorkerReply> {
  try {
    offsetMs = job.offsetMs;
    setEnvironment(job.env);
    main ??= load();
    const result = await main(JSON.parse(job.eventJson), job.context);
    return { ok: true, resultJson: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    const isError = error instanceof Error;
    const message = isError ? `${error.name}: ${error.message}` : String(error);
    return { ok: false, message, stack: isError ? (error.stack ?? '') : '' };
  }
}

globalThis.Date = shiftedDate();
parentPort?.on('message', (job: WorkerJob) => {
  void run(job).then((reply) => parentPort?.postMessage(reply));
});
