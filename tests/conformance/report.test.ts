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

const one: Case = {
  id: 'some.case',
  title: 'a | b',
  source: null,
  run: () => Promise.resolve(1),
  expected: { n: 1 },
};

describe('cases', () => {
  it('have ids of their own', () => {
    const ids = CASES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('are listed in docs/generated/conformance.md, each once, as they are; none that is gone', () => {
    const listed = listedCases().map((cells) => cells.slice(0, 3));
    expect(listed).toEqual(CASES.map(describeCase));
  });
});

describe('report', () => {
  const good: Row = { one, local: judge(one, { seen: { n: 1 } }), there: NOT_EXAMINED };
  const bad: Row = { one, local: good.local, there: judge(one, { seen: { n: 2 } }) };
  const broken: Row = { one, local: judge(one, { threw: 'E1' }), there: NOT_EXAMINED };

  it('puts a difference beside what is expected', () => {
    expect(differenceTable([good])).toBe('');
    expect(differenceTable([good, bad, broken]).split('\n').slice(2)).toEqual([
      '| `some.case` | a \\| b | {"n":1} | as expected | **differs**: {"n":2} |',
      '| `some.case` | a \\| b | {"n":1} | **differs**: threw E1 | not examined |',
    ]);
  });

  it('says where nothing is established and nothing was examined', () => {
    expect(caseTable([good]).split('\n').at(-1)).toBe(
      '| `some.case` | a \\| b | not established | as expected | not examined |',
    );
    expect(summary([good, bad])).toBe(
      '2 cases; local cloud: 2 as expected; real environment: 1 not examined, 1 differs.',
    );
  });
});
