import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { applySample } from './additions/apply';
import { SAMPLES } from './additions/samples';
import { runCommand, timed } from './run-command';
import { runMain } from './run-main';

const USAGE = `npm run check:additions
adds a sample endpoint, page and collection to a copy of the repository, in the files that
CONTRIBUTING.md lists, and checks types and tests there`;

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Tests that read the samples: the router, the walk of the endpoint, words, queries and pages. */
const TESTS = [
  'cloud/runtime/router.test.ts',
  'tests/walks/host.test.ts',
  'src/i18n',
  'tests/schema',
];

/** Copies every file that git knows or would add, and links the installed packages. */
function copyRepository(target: string): void {
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = new Set(runCommand(ROOT, 'git', ...args).split('\0'));
  for (const file of files) {
    const source = path.join(ROOT, file);
    if (file !== '') cpSync(source, path.join(target, file), { force: true });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(target, 'node_modules'));
}

function main(): void {
  const copy = mkdtempSync(path.join(tmpdir(), 'additions-'));
  try {
    timed('copy', () => copyRepository(copy));
    const contributing = readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');
    for (const sample of SAMPLES) {
      timed(sample.title, () => applySample(copy, contributing, sample));
    }
    timed('types', () => runCommand(copy, 'npm', 'run', 'check:types'));
    const touched = SAMPLES.flatMap(({ edits }) => Object.keys(edits));
    const checked = touched.filter((file) => /\.tsx?$/.test(file));
    timed('lint', () => runCommand(copy, 'npx', 'eslint', '--max-warnings', '0', ...checked));
    timed('format', () => runCommand(copy, 'npx', 'prettier', '--check', ...touched));
    timed('tests', () => runCommand(copy, 'npx', 'vitest', 'run', '--project', 'node', ...TESTS));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

void runMain(main, USAGE);
