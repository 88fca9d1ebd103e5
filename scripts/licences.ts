import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { packagesInFunctions } from '../config/build/build-functions';
import { SHIPPED_PACKAGES } from '../config/shipped-packages';
import { type GeneratedPage, pathOf, textOf, writePage } from './generated-page';
import {
  ACCEPTED,
  countOf,
  packagesIn,
  packagesOfLock,
  tableOf,
  unfitToShip,
} from './licences/licences';
import { runMain } from './run-main';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const USAGE = `npm run licences -- [--write]
lists the licences of what ships and of what only builds, and refuses one that may not ship;
npm run build:weapp comes first. --write writes docs/generated/licences.md`;

const PAGE: GeneratedPage = {
  file: 'licences.md',
  title: 'Licences',
  command: 'npm run licences -- --write',
};

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
  if (!existsSync(SHIPPED_PACKAGES)) throw new Error('npm run build:weapp comes first');
  const inProgram = JSON.parse(readFileSync(SHIPPED_PACKAGES, 'utf8')) as string[];
  const ships = {
    'In the mini program': packagesIn(ROOT, inProgram),
    'In the functions': packagesIn(ROOT, await packagesInFunctions()),
    'Installed by the cloud beside the functions': packagesOfLock(
      read('cloud/functions/package-lock.json'),
    ),
  };
  const builds = packagesOfLock(read('package-lock.json'));
  const accepted = Object.entries(ACCEPTED).map(([name, reason]) => `- ${name} ${reason}`);
  const content = [
    ...Object.entries(ships).map(([title, found]) => `## ${title}\n\n${tableOf(found)}`),
    `## Accepted\n\n${accepted.join('\n')}`,
    `## Only builds and tests\n\n${countOf(builds)}`,
  ].join('\n\n');
  const unfit = unfitToShip(Object.values(ships).flat(), Object.keys(ACCEPTED));
  for (const { name, version, licence } of unfit) {
    console.error(`${name}@${version} may not ship: its licence is ${licence || 'not stated'}`);
  }
  if (values.write) await writePage(PAGE, content);
  const isCurrent =
    existsSync(pathOf(PAGE)) &&
    read(path.relative(ROOT, pathOf(PAGE))) === (await textOf(PAGE, content));
  if (!isCurrent) console.error('docs/generated/licences.md is not current: --write');
  if (unfit.length > 0 || !isCurrent) process.exitCode = 1;
  else console.log(`${String(Object.values(ships).flat().length)} packages ship, all permissive`);
}

void runMain(main, USAGE);
