import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { runMain } from './run-main';

const USAGE = 'npm run check:packages';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a command; what it prints is shown only when it fails. */
function run(cwd: string, command: string, ...args: string[]): string {
  try {
    const env = { ...process.env, NO_COLOR: '1' };
    return execFileSync(command, args, { cwd, env, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${[command, ...args].join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

function timed<T>(step: string, work: () => T): T {
  const started = performance.now();
  const result = work();
  console.log(`${step.padEnd(32)} ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}

/** Packs a workspace. @returns path of the tarball @throws Error naming a file that it lacks */
function pack(workspace: string, into: string): string {
  const output = run(root, 'npm', 'pack', '-w', workspace, '--json', '--pack-destination', into);
  const [tarball] = JSON.parse(output) as { filename: string; files: { path: string }[] }[];
  if (!tarball) throw new Error(`npm packed nothing for ${workspace}`);
  const packed = new Set(tarball.files.map((file) => file.path));
  const tracked = run(path.join(root, workspace), 'git', 'ls-files').trim().split('\n');
  const missing = tracked.filter((file) => !packed.has(file));
  if (missing.length > 0) throw new Error(`${workspace} is packed without ${missing.join(', ')}`);
  return path.join(into, tarball.filename);
}

/** Puts a tarball beside the root manifest and lock, and nothing else. */
function unpack(tarball: string, workspace: string, into: string): void {
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(path.join(root, file), path.join(into, file));
  }
  const folder = path.join(into, workspace);
  mkdirSync(folder, { recursive: true });
  run(folder, 'tar', '-xzf', tarball, '--strip-components=1');
}

/** Shows that a workspace needs nothing but its tarball and its own dependencies. */
function checkPackage(name: string): void {
  const workspace = `packages/${name}`;
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  try {
    const tarball = timed(`${name}: pack`, () => pack(workspace, folder));
    timed(`${name}: unpack`, () => unpack(tarball, workspace, folder));
    timed(`${name}: install`, () =>
      run(folder, 'npm', 'ci', '-w', workspace, '--prefer-offline', '--no-audit', '--no-fund'),
    );
    timed(`${name}: types`, () => run(folder, 'npm', 'run', 'check:types', '-w', workspace));
    const output = timed(`${name}: tests`, () => run(folder, 'npm', 'test', '-w', workspace));
    console.log(/^.*\bTests\b.*$/m.exec(output)?.[0]?.trim() ?? output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function main(): void {
  for (const name of readdirSync(path.join(root, 'packages')).sort()) checkPackage(name);
}

void runMain(main, USAGE);
