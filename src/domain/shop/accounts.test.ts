import { describe, expect, it } from 'vitest';

import { accountProblems, hasTooManyAccounts, ownFirst, withKeptAccounts } from './accounts';
import { MAX_ACCOUNTS } from './shop';

const SHOP = 'sabcdefghijkl';
const MAIN = { id: `${SHOP}.amain`, name: 'main' };
const OTHER = { id: `${SHOP}.a0002`, name: 'other' };
const FIELDS = { hostId: null, platform: 'channels', finderUserName: null } as const;

describe('accountProblems', () => {
  type Overrides = Partial<Parameters<typeof accountProblems>[1][number]>;
  const edited = (overrides: Overrides) => [{ ...FIELDS, id: MAIN.id, ...overrides }];

  it.each([
    ['a known account', {}, {}],
    ['a new account', { id: null }, {}],
    ['an id of Channels', { finderUserName: 'sphAbc123' }, {}],
    [
      'an id of Channels on another platform',
      { platform: 'douyin', finderUserName: 'sphAbc123' },
      { 'accounts.0.finderUserName': 'not_a_choice' },
    ],
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
  ] satisfies [string, Overrides, object][])('%s', (_, overrides, problems) => {
    expect(accountProblems(SHOP, edited(overrides), [MAIN, OTHER])).toEqual(problems);
  });
});

describe('accountProblems of two accounts', () => {
  it('refuses an id that stands twice: one of the two edits would be lost', () => {
    const twice = [MAIN, OTHER, MAIN].map(({ id }) => ({ ...FIELDS, id }));
    expect(accountProblems(SHOP, twice, [MAIN, OTHER])).toEqual({ 'accounts.2.id': 'repeated' });
    const added = [null, null].map((id) => ({ ...FIELDS, id }));
    expect(accountProblems(SHOP, added, [MAIN])).toEqual({});
  });
});

describe('hasTooManyAccounts', () => {
  it.each([
    [MAX_ACCOUNTS, MAX_ACCOUNTS - 1, false],
    [MAX_ACCOUNTS + 1, MAX_ACCOUNTS, true],
    [MAX_ACCOUNTS + 40, MAX_ACCOUNTS + 40, false],
    [MAX_ACCOUNTS + 41, MAX_ACCOUNTS + 40, true],
  ])('of %i after %i is %s', (after, before, isTooMany) => {
    expect(hasTooManyAccounts(after, before)).toBe(isTooMany);
  });
});

describe('withKeptAccounts', () => {
  it('keeps an account that the edit leaves out, in the order of the store', () => {
    const renamed = { ...OTHER, name: 'renamed' };
    expect(withKeptAccounts([renamed], [MAIN, OTHER])).toEqual([MAIN, renamed]);
  });
});

describe('ownFirst', () => {
  it('puts accounts of the store before those of hosts, and keeps their order', () => {
    const account = (id: string, hostId: string | null) => ({ id, hostId });
    const mixed = [account('a', 'h1'), account('b', null), account('c', 'h2'), account('d', null)];
    expect(ownFirst(mixed).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c']);
  });
});
