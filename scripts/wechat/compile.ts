import { spawnSync } from 'node:child_process';
import { accessSync, chmodSync, constants, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import type { Item } from './judge';
import { refuseOtherMachines } from './machine';

const BINARIES = path.join(__dirname, '../../node_modules/miniprogram-compiler/bin/linux');
const TIME_LIMIT_MS = 60_000;

/** Files of a build with one of these endings, relative to it, with forward slashes, sorted. */
function filesEnding(folder: string, endings: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => endings.some((ending) => file.endsWith(ending)))
    .sort();
}

/** npm unpacks the binaries without permission to execute them. */
function executable(name: string): string {
  const file = path.join(BINARIES, name);
  if (!existsSync(file)) throw new Error(`${file} is missing: run npm ci`);
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
  return file;
}

/** The lines that a compiler printed, without its count, which is always 0. */
function findingsOf(name: string, output: string): string[] {
  const lines = output
    .replace(/[^\P{Cc}\n]/gu, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !line.startsWith('error file count'));
  return lines.length > 0 ? lines : [`${name} failed and printed nothing`];
}

function run(name: string, folder: string, options: string[], files: string[]): Item {
  if (files.length === 0) throw new Error(`${folder} has nothing for ${name} to compile`);
  const { status, error, stderr } = spawnSync(executable(name), [...options, ...files], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    timeout: TIME_LIMIT_MS,
  });
  if (error !== undefined) throw new Error(`${name} does not run here: ${error.message}`);
  return { name, findings: status === 0 ? [] : findingsOf(name, stderr) };
}

/**
 * Compiles every template, template script and style sheet of a build with WeChat's own compilers,
 * only to collect errors. Each compiler stops at its first error.
 * @param folder a weapp build
 * @throws Error where the compilers cannot run, or when there is nothing to compile
 */
export function compile(folder: string): Item[] {
  refuseOtherMachines(process.platform, process.arch);
  return [
    run('wcc', folder, ['-d'], filesEnding(folder, ['.wxml', '.wxs'])),
    run('wcsc', folder, ['-lc', '-js'], filesEnding(folder, ['.wxss'])),
  ];
}
