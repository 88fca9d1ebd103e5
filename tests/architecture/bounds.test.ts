import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { BOUNDS, NO_LISTS } from '../limits/bounds';

const SOURCES = ['src', 'cloud'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?<!\.(?:test|fixture))\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

const read = (file: string): string => readFileSync(file, 'utf8');

/** What every file says that matches, with the files. */
function found(pattern: RegExp): { name: string; file: string }[] {
  return SOURCES.flatMap((file) =>
    [...read(file).matchAll(pattern)].map(([, name = '']) => ({ name, file })),
  );
}

/** Names of bounds, as they are declared. */
const DECLARED = /const (MAX_\w+|\w+_PER_(?:\w+_)?(?:PAGE|SHOP)|FIRST_SHOWN|SHOWN_ITEMS|PAGE) =/g;

describe('the bounds of the program', () => {
  it('are listed, each with what lies beyond it', () => {
    const declared = new Set(found(DECLARED).map(({ name }) => name));
    expect([...declared].sort()).toEqual([...Object.keys(BOUNDS), ...NO_LISTS].sort());
  });

  it.each(Object.entries(BOUNDS))('have for %s a test or a way on', (_name, [file, words]) => {
    expect(read(file)).toContain(words);
  });

  it('cut a list by a name, not by a number', () => {
    const cuts = found(/\b(\w+\.slice\(0, [2-9]\d+\)|\w+\.slice\(0, \d{3,}\))/g);
    // Texts: of a date, and of a code.
    const texts = /^(dayOrMonth|day|month|value|values|text)\.slice/;
    const lists = cuts.filter(({ name }) => !texts.test(name));
    expect(lists).toEqual([]);
  });

  it('limit a read by a name, which compiles only with a case: no other place makes a limit', () => {
    expect(found(/\bas (ReadLimit)\b/g).map(({ file }) => file)).toEqual(
      Array.from({ length: 3 }, () => 'cloud/database/read-limit.ts'),
    );
    expect(new Set(found(/\b(nameLimits)\b/g).map(({ file }) => file))).toEqual(
      new Set(['cloud/database/read-limit.ts', 'cloud/repositories/read-limits.ts']),
    );
  });
});
