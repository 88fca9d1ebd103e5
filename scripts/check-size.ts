import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { chinaDayOf } from '../src/domain/time';
import { runMain } from './run-main';
import {
  acceptSizes,
  type BuiltFile,
  type BuiltPackages,
  compareSizes,
  type KeptSizes,
  type SizeLine,
  sumOf,
} from './size/report';

/** Upper bound of the main package: every file of dist/weapp outside subpackages, in bytes. */
export const MAIN_PACKAGE_LIMIT = 420 * 1024;

const USAGE = 'npm run check:size -- [--write --note "why it grew"]';
const KEPT = fileURLToPath(new URL('../bench/size.json', import.meta.url));
const NOTHING: KeptSizes = { main: {}, subpackages: {}, notes: [] };

interface AppJson {
  subPackages?: { root: string }[];
  subpackages?: { root: string }[];
}

function listFiles(folder: string, prefix = ''): BuiltFile[] {
  return readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const relative = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(folder, relative);
    return [{ path: relative, bytes: statSync(path.join(folder, relative)).size }];
  });
}

function isUploaded(file: BuiltFile): boolean {
  return !/^project\.[^/]*\.?json$/.test(file.path) && !/LICENSE[^/]*$/.test(file.path);
}

/** Roots of the subpackages that app.json of a build names. */
function subpackageRoots(folder: string): string[] {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson;
  return [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(({ root }) =>
    root.replace(/^\/|\/$/g, ''),
  );
}

/**
 * The packages of a build, the largest files first.
 * @param folder a weapp build; its app.json names the subpackages' roots
 * @throws Error when app.json is missing
 */
export function readPackages(folder: string): BuiltPackages {
  const roots = subpackageRoots(folder);
  const files = listFiles(folder)
    .filter(isUploaded)
    .sort((a, b) => b.bytes - a.bytes);
  const isIn = (root: string) => (file: BuiltFile) => file.path.startsWith(`${root}/`);
  return {
    main: files.filter((file) => !roots.some((root) => isIn(root)(file))),
    subpackages: Object.fromEntries(roots.map((root) => [root, files.filter(isIn(root))])),
  };
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

function printLine({ name, bytes, kept, isTooMuch }: SizeLine): void {
  const change = kept === null ? 'new' : `${(((bytes - kept) / kept) * 100).toFixed(1)} %`;
  const verdict = isTooMuch ? '  GREW: mend it, or keep it with --write --note' : '';
  console.log(`${kib(bytes).padStart(12)} ${change.padStart(9)}  ${name}${verdict}`);
}

function write(folder: string, kept: KeptSizes, why: string): void {
  const today = chinaDayOf(new Date().toISOString());
  const next = acceptSizes(readPackages(folder), kept, why, today);
  writeFileSync(KEPT, `${JSON.stringify(next, null, 2)}\n`);
}

function main(): void {
  const { values } = parseArgs({
    options: { write: { type: 'boolean' }, note: { type: 'string' } },
  });
  const folder = fileURLToPath(new URL('../dist/weapp', import.meta.url));
  const kept = existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, 'utf8')) as KeptSizes) : NOTHING;
  if (values.write === true) {
    if (!values.note) throw new Error('--write needs --note with the reason');
    return write(folder, kept, values.note);
  }
  const packages = readPackages(folder);
  const lines = compareSizes(packages, kept);
  lines.forEach(printLine);
  const isWithin = sumOf(packages.main) <= MAIN_PACKAGE_LIMIT;
  console.log(
    `limit of the main package ${kib(MAIN_PACKAGE_LIMIT)}: ${isWithin ? 'ok' : 'TOO LARGE'}`,
  );
  if (!isWithin || lines.some(({ isTooMuch }) => isTooMuch)) process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  void runMain(main, USAGE);
}
