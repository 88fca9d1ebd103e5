import { describe, expect, it } from 'vitest';

import { CASES } from './cases';
import { listedCases } from './document';
import {
  caseTable,
  describeCase,
  differenceTable,
  judge,
  NOT_EXAMINED,
  type Row,
  summary,
} from './report';
import type { Case } from './types';

const testCase: Case = {
  id: 'some.case',
  title: 'a | b',
  source: null,
  run: () => Promise.resolve(1),
  expected: { n: 1 },
};

describe('cases', () => {
  it('have different ids', () => {
    const ids = CASES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are the rows of docs/generated/conformance.md, with the same titles and sources', () => {
    const listed = listedCases().map((cells) => cells.slice(0, 3));
    expect(listed).toEqual(CASES.map(describeCase));
  });
});

describe('report', () => {
  const good: Row = { testCase, local: judge(testCase, { seen: { n: 1 } }), real: NOT_EXAMINED };
  const bad: Row = { testCase, local: good.local, real: judge(testCase, { seen: { n: 2 } }) };
  const broken: Row = { testCase, local: judge(testCase, { threw: 'E1' }), real: NOT_EXAMINED };

  it('lists the expected and the observed value of a difference', () => {
    expect(differenceTable([good])).toBe('');
    expect(differenceTable([good, bad, broken]).split('\n').slice(2)).toEqual([
      '| `some.case` | a \\| b | {"n":1} | as expected | **differs**: {"n":2} |',
      '| `some.case` | a \\| b | {"n":1} | **differs**: threw E1 | not examined |',
    ]);
  });

  it('marks cases without a source and clouds that were not examined', () => {
    expect(caseTable([good]).split('\n').at(-1)).toBe(
      '| `some.case` | a \\| b | not established | as expected | not examined |',
    );
    expect(summary([good, bad])).toBe(
      '2 cases; local cloud: 2 as expected; real environment: 1 not examined, 1 differs.',
    );
  });
});
