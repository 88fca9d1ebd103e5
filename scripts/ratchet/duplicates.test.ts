import { describe, expect, it } from 'vitest';

import { type Duplicate, findDuplicates, isTooLong } from './duplicates';
import { countedLines } from './lines';

function linesFrom(first: number, count: number): string {
  return Array.from({ length: count }, (_, index) => `step(${first + index});`).join('\n');
}

describe('countedLines', () => {
  it('folds whitespace and keeps the numbers of lines', () => {
    expect(countedLines('a =  1;\n\n\tb = 2;')).toEqual([
      { text: 'a = 1;', number: 1 },
      { text: 'b = 2;', number: 3 },
    ]);
  });

  it.each([
    ['blank lines', '\n  \n'],
    ['a line comment', '// why'],
    ['a block comment', '/**\n * why\n */'],
    ['a comment in JSX', '{/* why */}'],
    ['an import', "import { a } from './a';"],
    ['an import over several lines', "import {\n  a,\n  type B,\n} from './a';"],
    ['a re-export', "export { a, type B } from './a';\nexport * from './b';"],
  ])('passes over %s', (_kind, text) => {
    expect(countedLines(`${text}\na = 1;`).map((line) => line.text)).toEqual(['a = 1;']);
  });

  it('counts a line with a comment at its end', () => {
    expect(countedLines('a = 1; // why\nb = 2; /* why */')).toHaveLength(2);
  });
});

describe('findDuplicates', () => {
  it('finds the whole run once, with both places', () => {
    const sources = [
      { path: 'a.ts', text: `first();\n${linesFrom(1, 5)}\nlast();` },
      { path: 'b.ts', text: `// why\n\n${linesFrom(1, 5)}` },
    ];
    expect(findDuplicates(sources, 3)).toEqual([
      { length: 5, first: { path: 'a.ts', line: 2 }, second: { path: 'b.ts', line: 3 } },
    ]);
  });

  it('sees through other whitespace, comments and blank lines', () => {
    const spread = linesFrom(1, 4).replaceAll('\n', '\n\n// why\n    ');
    const sources = [
      { path: 'a.ts', text: linesFrom(1, 4) },
      { path: 'b.ts', text: spread },
    ];
    expect(findDuplicates(sources, 4)).toHaveLength(1);
  });

  it('leaves out a run that is one line too short', () => {
    const sources = [
      { path: 'a.ts', text: `${linesFrom(1, 9)}\nfirst();` },
      { path: 'b.ts', text: `${linesFrom(1, 9)}\nsecond();` },
    ];
    expect(findDuplicates(sources, 10)).toEqual([]);
    expect(findDuplicates(sources, 9)).toHaveLength(1);
  });

  it('finds a run within one file, without overlap', () => {
    const sources = [{ path: 'a.ts', text: `${linesFrom(1, 4)}\nother();\n${linesFrom(1, 4)}` }];
    expect(findDuplicates(sources, 4)).toEqual([
      { length: 4, first: { path: 'a.ts', line: 1 }, second: { path: 'a.ts', line: 6 } },
    ]);
    expect(findDuplicates([{ path: 'a.ts', text: 'same();\n'.repeat(6) }], 4)).toEqual([]);
  });

  it('names each pair of three places', () => {
    const sources = ['a.ts', 'b.ts', 'c.ts'].map((path) => ({ path, text: linesFrom(1, 4) }));
    const pairs = findDuplicates(sources, 4).map(({ first, second }) => first.path + second.path);
    expect(pairs).toEqual(['a.tsb.ts', 'a.tsc.ts', 'b.tsc.ts']);
  });
});

describe('isTooLong', () => {
  function duplicate(length: number, first: string, second: string): Duplicate {
    return { length, first: { path: first, line: 1 }, second: { path: second, line: 1 } };
  }

  it.each([
    ['src/a.ts', 'cloud/b.ts', 9],
    ['cloud/a.ts', 'src/b.ts', 9],
    ['src/a.ts', 'src/b.ts', 11],
    ['cloud/a.ts', 'scripts/b.ts', 11],
    ['src/a.ts', 'src/a.ts', 11],
  ])('accepts between %s and %s at most %d lines', (first, second, most) => {
    expect(isTooLong(duplicate(most, first, second))).toBe(false);
    expect(isTooLong(duplicate(most + 1, first, second))).toBe(true);
  });
});
