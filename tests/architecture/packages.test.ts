import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

/** The files of the packages that git knows or would add: no build output, no installed module. */
function listFiles(): string[] {
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard', 'packages'];
  // A licence names its holder.
  return execFileSync('git', listed, { encoding: 'utf8' })
    .split('\n')
    .filter((file) => existsSync(file) && file !== '' && path.basename(file) !== 'LICENSE');
}

it('no file of a package has a word of this product', () => {
  const files = listFiles();
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap((file) => {
    const text = readFileSync(file, 'utf8').toLowerCase();
    return WORDS.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
  });
  expect(found).toEqual([]);
});
