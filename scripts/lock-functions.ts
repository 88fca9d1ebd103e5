import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { runMain } from './run-main';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const USAGE = 'npm run lock:functions    asks the registry; after a change of wx-server-sdk';

/** Writes the lock file of what the cloud installs beside the functions' bundles. */
function main(): void {
  const text = readFileSync(path.join(ROOT, 'package.json'), 'utf8');
  const { devDependencies } = JSON.parse(text) as { devDependencies: Record<string, string> };
  const dependencies = { 'wx-server-sdk': devDependencies['wx-server-sdk'] };
  const folder = mkdtempSync(path.join(tmpdir(), 'lock-functions-'));
  try {
    const manifest = { name: 'functions', main: 'index.js', dependencies };
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
    const options = ['--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund'];
    execFileSync('npm', ['install', ...options], { cwd: folder, stdio: 'inherit' });
    const lock = path.join(ROOT, 'cloud/functions/package-lock.json');
    copyFileSync(path.join(folder, 'package-lock.json'), lock);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

void runMain(main, USAGE);
