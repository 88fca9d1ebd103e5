import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Upper bound of the main package: every file of dist/weapp outside subpackages, in bytes. */
export const MAIN_PACKAGE_LIMIT = 450 * 1024;

const LARGEST_SHOWN = 15;

/** One file of a build: path relative to the build's root with forward slashes, size in bytes. */
export interface BuiltFile {
  path: string;
  bytes: number;
}

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

/**
 * The files a phone loads before any subpackage, largest first.
 * @param folder a weapp build; its app.json names the subpackages' roots
 * @throws Error when app.json is missing
 */
export function mainPackageFiles(folder: string): BuiltFile[] {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as AppJson;
  const roots = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].map(
    ({ root }) => `${root.replace(/^\/|\/$/g, '')}/`,
  );
  return listFiles(folder)
    .filter((file) => isUploaded(file) && !roots.some((root) => file.path.startsWith(root)))
    .sort((a, b) => b.bytes - a.bytes);
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KiB`;
}

function main(): void {
  const folder = fileURLToPath(new URL('../dist/weapp', import.meta.url));
  const files = mainPackageFiles(folder);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  for (const file of files.slice(0, LARGEST_SHOWN)) {
    console.log(`${kib(file.bytes).padStart(12)}  ${file.path}`);
  }
  const isWithin = total <= MAIN_PACKAGE_LIMIT;
  console.log(
    `main package: ${kib(total)} in ${files.length} files, limit ${kib(MAIN_PACKAGE_LIMIT)}: ${isWithin ? 'ok' : 'TOO LARGE'}`,
  );
  if (!isWithin) process.exitCode = 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
