import { describe, expect, it } from 'vitest';

import { changeOf } from './change';
import { problemsOf, reportOf } from './report';
import { type Equivalent, judge, type Mutant } from './verdict';

const FILE = 'src/domain/a.ts';

function mutant(from: string, isKilled: boolean): Mutant {
  return { file: FILE, line: 1, from, to: `not ${from}`, isKilled, text: '' };
}

function listed(from: string, file = FILE): Equivalent {
  return { file, from, to: `not ${from}`, reason: 'Nothing differs.' };
}

const killed = Array.from({ length: 19 }, (_, index) => mutant(`k${String(index)}`, true));

function verdictOf(
  tested: readonly Mutant[],
  equivalents: readonly Equivalent[] = [],
  count = tested.length,
) {
  const planned = new Map([[FILE, count]]);
  return judge([FILE], { planned, tested }, equivalents, ({ from }) => from.startsWith('type'));
}

describe('judge', () => {
  it('passes with 95 % killed, and not below', () => {
    const passing = verdictOf([...killed, mutant('a', false)]);
    expect(passing.share).toBe(0.95);
    expect(problemsOf(passing)).toEqual([]);
    const failing = verdictOf([...killed.slice(1), mutant('a', false)]);
    expect(problemsOf(failing)).toEqual(['94.7 % killed, 95.0 % are needed']);
  });

  it('counts neither what is listed nor what the compiler refuses', () => {
    const alive = [mutant('a', false), mutant('type', false)];
    const verdict = verdictOf([...killed, ...alive], [listed('a')]);
    expect(verdict.files).toMatchObject([{ killed: 19, refused: 1, survived: [], leftOut: 0 }]);
    expect(verdict.files[0]?.listed).toMatchObject([{ from: 'a', reason: 'Nothing differs.' }]);
    expect(verdict.share).toBe(1);
  });

  it('fails over an entry whose mutant is killed or gone', () => {
    const verdict = verdictOf(killed, [listed('k1'), listed('gone')]);
    expect(verdict.stale.map(({ from }) => from)).toEqual(['k1', 'gone']);
    expect(problemsOf(verdict)).toHaveLength(2);
  });

  it('judges no entry of a file that was not run to its end', () => {
    expect(verdictOf(killed, [listed('gone')], 20).stale).toEqual([]);
    expect(verdictOf(killed, [listed('gone', 'src/domain/b.ts')]).stale).toEqual([]);
  });

  it('tells what was left out', () => {
    expect(reportOf(verdictOf(killed, [], 25))).toContain(`${FILE}: 6 of 25`);
    const unbegun = judge([FILE], { planned: new Map(), tested: [] }, [], () => false);
    expect(reportOf(unbegun)).toContain(`${FILE}: all`);
    expect(unbegun.share).toBe(1);
  });
});

describe('changeOf', () => {
  const text = 'one\nif (a &&\n  b) c();\nlast';

  it('shows the lines of a mutant before and after as one line', () => {
    const location = { start: { line: 2, column: 5 }, end: { line: 3, column: 4 } };
    expect(changeOf(text, location, 'true')).toEqual({
      from: 'if (a && b) c();',
      to: 'if (true) c();',
      text: 'one\nif (true) c();\nlast',
    });
  });
});
