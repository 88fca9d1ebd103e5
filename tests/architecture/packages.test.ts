import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { SCHEMA } from '../../cloud/database/schema';

/** Words of this product that another mini program would not have. */
const WORDS = [
  'huadu',
  '花都',
  'decisions/',
  'incentive',
  'merchant',
  'npm start',
  'shop',
  'streamer',
  ...Object.keys(SCHEMA.collections).filter((name) => name.includes('_')),
];

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    // A licence names its holder.
    if (['LICENSE', 'node_modules'].includes(entry.name)) return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? listFiles(file) : [file];
  });
}

it('no file of a package has a word of this product', () => {
  const files = listFiles('packages');
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8').toLowerCase();
    return WORDS.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
  });
  expect(found).toEqual([]);
});
