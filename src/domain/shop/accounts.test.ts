import { describe, expect, it } from 'vitest';

import { accountProblems, withKeptAccounts } from './accounts';

const SHOP = 'sabcdefghijkl';
const MAIN = { id: `${SHOP}.amain`, name: 'main' };
const OTHER = { id: `${SHOP}.a0002`, name: 'other' };

describe('accountProblems', () => {
  const edited = (overrides: { id?: string | null; hostId?: string | null }) => [
    { id: MAIN.id, hostId: null, ...overrides },
  ];

  it.each([
    ['a known account', {}, {}],
    ['a new account', { id: null }, {}],
    ['a host of the store', { hostId: `${SHOP}.h0001` }, {}],
    [
      'an account of another store',
      { id: 'szzzzzzzzzzzz.amain' },
      { 'accounts.0.id': 'not_in_store' },
    ],
    [
      'a host of another store',
      { hostId: 'szzzzzzzzzzzz.h0001' },
      { 'accounts.0.hostId': 'not_in_store' },
    ],
  ])('%s', (_, overrides, problems) => {
    expect(accountProblems(SHOP, edited(overrides), [MAIN, OTHER])).toEqual(problems);
  });
});

describe('withKeptAccounts', () => {
  it('keeps an account that the edit leaves out, after the edited ones', () => {
    const renamed = { ...OTHER, name: 'renamed' };
    expect(withKeptAccounts([renamed], [MAIN, OTHER])).toEqual([renamed, MAIN]);
  });
});
