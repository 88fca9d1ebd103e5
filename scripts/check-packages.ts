import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { runCommand, timed } from './run-command';
import { runMain } from './run-main';

const USAGE = 'npm run check:packages';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Packs a workspace. @returns path of the tarball @throws Error naming a file that it lacks */
function pack(workspace: string, into: string): string {
  const output = runCommand(
    root,
    'npm',
    'pack',
    '-w',
    workspace,
    '--json',
    '--pack-destination',
    into,
  );
  const [tarball] = JSON.parse(output) as { filename: string; files: { path: string }[] }[];
  if (!tarball) throw new Error(`npm packed nothing for ${workspace}`);
  const packed = new Set(tarball.files.map((file) => file.path));
  const tracked = runCommand(path.join(root, workspace), 'git', 'ls-files').trim().split('\n');
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
  runCommand(folder, 'tar', '-xzf', tarball, '--strip-components=1');
}

/** Shows that a workspace needs nothing but its tarball and its own dependencies. */
function checkPackage(name: string): void {
  const workspace = `packages/${name}`;
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  try {
    const tarball = timed(`${name}: pack`, () => pack(workspace, folder));
    timed(`${name}: unpack`, () => unpack(tarball, workspace, folder));
    timed(`${name}: install`, () =>
      runCommand(
        folder,
        'npm',
        'ci',
        '-w',
        workspace,
        '--prefer-offline',
        '--no-audit',
        '--no-fund',
      ),
    );
    timed(`${name}: types`, () => runCommand(folder, 'npm', 'run', 'check:types', '-w', workspace));
    const output = timed(`${name}: tests`, () =>
      runCommand(folder, 'npm', 'test', '-w', workspace),
    );
    console.log(/^.*\bTests\b.*$/m.exec(output)?.[0]?.trim() ?? output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function main(): void {
  for (const name of readdirSync(path.join(root, 'packages')).sort()) checkPackage(name);
}

void runMain(main, USAGE);
