import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { listedFiles, withNames } from './contributing';
import { edited } from './edited';
import type { Sample } from './samples';

/**
 * Makes the edits of a sample in a copy of the repository.
 * @throws Error when the files are not those that CONTRIBUTING.md lists, or too many, or when a new
 *   file exists already
 */
export function applySample(root: string, contributing: string, sample: Sample): void {
  const { title, maxFiles, names, edits } = sample;
  const listed = listedFiles(contributing, title).map((file) => withNames(file, names));
  if (listed.length > maxFiles) {
    throw new Error(`"${title}" lists ${listed.length} files, at most ${maxFiles}`);
  }
  const touched = Object.keys(edits);
  const different = [
    ...listed.filter((file) => !touched.includes(file)).map((file) => `only listed: ${file}`),
    ...touched.filter((file) => !listed.includes(file)).map((file) => `not listed: ${file}`),
  ];
  if (different.length > 0) throw new Error(`"${title}": ${different.join(', ')}`);
  for (const [file, changes] of Object.entries(edits)) {
    const target = path.join(root, file);
    const isNew = changes.some((edit) => 'text' in edit && !('after' in edit || 'before' in edit));
    if (isNew && existsSync(target)) throw new Error(`${file} exists already`);
    mkdirSync(path.dirname(target), { recursive: true });
    const before = isNew ? '' : readFileSync(target, 'utf8');
    writeFileSync(
      target,
      changes.reduce((text, edit) => edited(file, text, edit), before),
    );
  }
}
