import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { chinaDayOf } from '../src/domain/time';
import { readRatchet, writeRatchet } from './ratchet/file';
import { unexplained, withFigures } from './ratchet/ratchet';
import { runMain } from './run-main';
import {
  type BuiltFile,
  type BuiltPackages,
  compareSizes,
  fileSizes,
  MAIN_PACKAGE,
  packageSizes,
  type SizeLine,
} from './size/report';

/** Upper bound of the main package: every file of dist/weapp outside subpackages, in bytes. */
const MAX_MAIN_PACKAGE = 500 * 1024;

const USAGE = 'npm run check:size -- [--write [--note "why it grew"]]';

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
 * The packages of a build, the main package last; in each the largest file first.
 * @param folder a weapp build; its app.json names the subpackages' roots
 * @throws Error when app.json is missing
 */
function readPackages(folder: string): BuiltPackages {
  const roots = subpackageRoots(folder);
  const files = listFiles(folder)
    .filter(isUploaded)
    .sort((a, b) => b.bytes - a.bytes);
  const isIn = (root: string) => (file: BuiltFile) => file.path.startsWith(`${root}/`);
  const subpackages = roots.map((root) => [`${root}/`, files.filter(isIn(root))] as const);
  return {
    ...Object.fromEntries(subpackages),
    [MAIN_PACKAGE]: files.filter((file) => !roots.some((root) => isIn(root)(file))),
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

/** Keeps the sizes of a build. A package that it no longer has is dropped. */
function write(packages: BuiltPackages, why: string | undefined): void {
  const before = readRatchet();
  const today = chinaDayOf(new Date().toISOString());
  const kept = Object.entries(before.figures).filter(
    ([name]) => name in packages || !(name in before.files),
  );
  const ratchet = withFigures(
    { ...before, figures: Object.fromEntries(kept) },
    packageSizes(packages),
    why,
    today,
  );
  writeRatchet({ ...ratchet, files: fileSizes(packages) });
}

function main(): void {
  const { values } = parseArgs({
    options: { write: { type: 'boolean' }, note: { type: 'string' } },
  });
  const packages = readPackages(fileURLToPath(new URL('../dist/weapp', import.meta.url)));
  if (values.write === true) return write(packages, values.note);

  const kept = readRatchet();
  const lines = compareSizes(packages, kept.files);
  lines.forEach(printLine);
  const isWithin = (packageSizes(packages)[MAIN_PACKAGE] ?? 0) <= MAX_MAIN_PACKAGE;
  const verdict = isWithin ? 'ok' : 'TOO LARGE';
  console.log(`limit of the main package ${kib(MAX_MAIN_PACKAGE)}: ${verdict}`);
  const raised = unexplained(kept);
  for (const name of raised) console.log(`${name} is kept higher than its last note says`);
  if (!isWithin || raised.length > 0 || lines.some(({ isTooMuch }) => isTooMuch)) {
    process.exitCode = 1;
  }
}

void runMain(main, USAGE);
