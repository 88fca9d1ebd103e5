import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A package and its licence, as its own package.json or a lock file states it. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; '' where none is stated. */
  readonly licence: string;
}

/** Licences that ask for no more than to be named: what ships may have these alone. */
const PERMISSIVE = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
]);

/** Whether an SPDX expression can be met by permissive licences: one of an OR, all of an AND. */
function isPermissive(expression: string): boolean {
  const text = expression.replace(/^\((.*)\)$/, '$1');
  if (text.includes(' OR ')) return text.split(' OR ').some(isPermissive);
  if (text.includes(' AND ')) return text.split(' AND ').every(isPermissive);
  return PERMISSIVE.has(text);
}

const OF_TENCENT =
  'states none; Tencent publishes it with wx-server-sdk, and Tencent’s cloud installs it there';

/** Packages without a stated licence that may be installed beside the functions, and why. */
export const ACCEPTED: Readonly<Record<string, string>> = {
  '@cloudbase/signature-nodejs': OF_TENCENT,
  '@cloudbase/wx-cloud-client-sdk': OF_TENCENT,
};

/**
 * The packages whose licence is unknown, or asks for more than to be named.
 * @param accepted names of packages that may state none
 * @throws Error when an accepted package is gone or states a licence now
 */
export function unfitToShip(
  packages: readonly Licensed[],
  accepted: readonly string[] = [],
): Licensed[] {
  const isAccepted = ({ name, licence }: Licensed): boolean =>
    licence === '' && accepted.includes(name);
  const stale = accepted.find((name) => !packages.some((it) => it.name === name && isAccepted(it)));
  if (stale !== undefined) throw new Error(`${stale} is accepted without need: take it out`);
  return packages.filter((it) => !isPermissive(it.licence) && !isAccepted(it));
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
}

function byName(a: Licensed, b: Licensed): number {
  return a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en');
}

/** The packages in these folders, relative to `root`. */
export function packagesIn(root: string, folders: readonly string[]): Licensed[] {
  const found = folders.map((folder) => {
    const text = readFileSync(path.join(root, folder, 'package.json'), 'utf8');
    const { name, version, license } = JSON.parse(text) as Manifest;
    return {
      name,
      version,
      licence: typeof license === 'string' ? license : (license?.type ?? ''),
    };
  });
  return found.sort(byName);
}

interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly license?: string; readonly link?: boolean }
    >
  >;
}

/** The packages that a lock file installs. */
export function packagesOfLock(text: string): Licensed[] {
  const { packages } = JSON.parse(text) as LockFile;
  const installed = Object.entries(packages).filter(
    ([folder, { link }]) => folder.includes('node_modules/') && link !== true,
  );
  const found = installed.map(([folder, { version = '', license = '' }]) => ({
    name: folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length),
    version,
    licence: license,
  }));
  return [...new Map(found.map((each) => [`${each.name}@${each.version}`, each])).values()].sort(
    byName,
  );
}

/** A table of packages. */
export function tableOf(packages: readonly Licensed[]): string {
  const rows = packages.map(
    ({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`,
  );
  return ['| package | version | licence |', '| --- | --- | --- |', ...rows].join('\n');
}

/** How many packages have each licence, the most frequent first. */
export function countOf(packages: readonly Licensed[]): string {
  const counts = new Map<string, number>();
  for (const { licence } of packages) counts.set(licence, (counts.get(licence) ?? 0) + 1);
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en'))
    .map(([licence, count]) => `${licence || 'none stated'} ${String(count)}`)
    .join(', ');
}
