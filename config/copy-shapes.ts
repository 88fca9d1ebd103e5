import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What gives a kept copy its shape: answers, what the domain makes of them, and what stores keep. */
const FOLDERS = ['contract', 'domain', 'stores'];

function isShipped(name: string): boolean {
  return /\.tsx?$/.test(name) && !/\.(test|fixture)\./.test(name);
}

function shippedFiles(source: string): string[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(source, folder), { recursive: true, encoding: 'utf8' })
      .filter(isShipped)
      .map((name) => path.posix.join(folder, ...name.split(path.sep))),
  ).sort();
}

/**
 * A word that changes with every source that gives copies on a device their shape, so that a build
 * never reads what another one kept. It may change where the shape does not: a copy is only a cache.
 * @param source the folder of the program's sources
 */
export function copyShapesOf(source: string): string {
  const hash = createHash('sha256');
  for (const name of shippedFiles(source)) {
    hash.update(`${name}\n${readFileSync(path.join(source, name), 'utf8')}\n`);
  }
  return hash.digest('hex').slice(0, 8);
}
