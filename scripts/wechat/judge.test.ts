import { describe, expect, it } from 'vitest';

import { judge, tableOf } from './judge';

const holds = { name: 'HOLDS', findings: [] };
const wrong = { name: 'WRONG', findings: ['a.js', 'b.js'] };

describe('judge', () => {
  it('passes an item without findings and fails one with findings', () => {
    expect(judge([holds, wrong], [])).toEqual([
      { name: 'HOLDS', verdict: 'passes', lines: [] },
      { name: 'WRONG', verdict: 'fails', lines: ['a.js', 'b.js'] },
    ]);
  });

  it('reports an accepted item with its reason', () => {
    expect(judge([wrong], [{ name: 'WRONG', reason: 'because' }])).toEqual([
      { name: 'WRONG', verdict: 'accepted', lines: ['because'] },
    ]);
  });

  it('fails an acceptance whose item passes', () => {
    const [verdict] = judge([holds], [{ name: 'HOLDS', reason: 'because' }]);
    expect(verdict).toMatchObject({ name: 'HOLDS', verdict: 'fails' });
    expect(verdict?.lines[0]).toContain('is accepted and passes');
  });

  it('fails an acceptance of an item that no longer exists', () => {
    const verdicts = judge([holds], [{ name: 'GONE', reason: 'because' }]);
    expect(verdicts[0]?.verdict).toBe('passes');
    expect(verdicts[1]).toMatchObject({ name: 'GONE', verdict: 'fails' });
    expect(verdicts[1]?.lines[0]).toContain('no such item exists');
  });
});

describe('tableOf', () => {
  it('has a line for each item, its findings below, and a sum', () => {
    const accepted = [{ name: 'KNOWN', reason: 'because' }];
    const items = [holds, wrong, { name: 'KNOWN', findings: ['c'] }];
    expect(tableOf(judge(items, accepted)).split('\n')).toEqual([
      'HOLDS  passes',
      'WRONG  FAILS',
      '    a.js',
      '    b.js',
      'KNOWN  accepted: because',
      '1 pass, 1 accepted, 1 fail',
    ]);
  });
});
