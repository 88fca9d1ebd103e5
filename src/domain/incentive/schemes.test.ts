import { describe, expect, it } from 'vitest';

import { HUADU } from './evaluate.fixture';
import { ruleSetsToSend } from './schemes';

describe('ruleSetsToSend', () => {
  const first = { ...HUADU, ruleSetId: 'first', version: 2 };
  const second = { ...HUADU, ruleSetId: 'second', version: 1 };
  const named = [{ ruleSetKey: 'second.v1' }];

  it('sends the rule sets that the answer names', () => {
    expect(ruleSetsToSend([first, second], named, [])).toEqual([second]);
    expect(ruleSetsToSend([first, second], [], [])).toEqual([]);
  });

  it('leaves out those that the client holds in this version', () => {
    expect(ruleSetsToSend([first, second], named, ['second.v1'])).toEqual([]);
    expect(ruleSetsToSend([first, second], named, ['second.v0', 'first.v2'])).toEqual([second]);
  });
});
