import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** Seconds a run may take before it counts as hanging. */
const MAX_SECONDS = 900;

interface Run {
  readonly child: ChildProcess;
  /** Resolves when the process and its children are gone. */
  readonly ended: Promise<number | null>;
  /** What it has printed so far. */
  readonly output: () => string;
}

function run(
  folder: string,
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Run {
  // A process group of its own: npm does not pass every signal on.
  const child = spawn(command, args, {
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: MAX_SECONDS * 1000,
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { child, ended, output: () => Buffer.concat(chunks).toString() };
}

/** Seconds of a cold H5 build in a folder that has Taro's default configuration. */
export async function timeDefaultBuild(folder: string): Promise<number> {
  const cli = path.join(folder, 'node_modules/@tarojs/cli/bin/taro');
  const startedAt = performance.now();
  const build = run(folder, process.execPath, [cli, 'build', '--type', 'h5'], {
    ...process.env,
    NODE_ENV: 'production',
  });
  if ((await build.ended) !== 0) throw new Error(`Taro's build failed\n${build.output()}`);
  return (performance.now() - startedAt) / 1000;
}

/** Seconds from `npm start` in a folder until its address is printed; then the desk is stopped. */
export async function timeStart(folder: string): Promise<number> {
  const startedAt = performance.now();
  const desk = run(folder, 'npm', ['start', '--', '--port', '0'], process.env);
  const seconds = await new Promise<number>((resolve, reject) => {
    desk.child.stdout?.on('data', () => {
      if (/^http:\/\//m.test(desk.output())) resolve((performance.now() - startedAt) / 1000);
    });
    desk.ended.then(() => reject(new Error(`npm start ended\n${desk.output()}`)), reject);
  });
  if (desk.child.pid !== undefined) process.kill(-desk.child.pid, 'SIGTERM');
  await desk.ended;
  return seconds;
}
