import { describe, expect, it } from 'vitest';

import { entryIdField, hostIdField, shopIdField } from '../../src/contract/fields';
import { validate } from '../../src/contract/validate';
import { changeIdOf, hashOf, idFrom, shopOf, suffixOf } from './ids';

describe('ids made from a person and a request key', () => {
  const id = idFrom('person', 'key-0001', 'entry');

  it('are the same for the same write and differ in every part', () => {
    expect(idFrom('person', 'key-0001', 'entry')).toBe(id);
    const others = [
      idFrom('another', 'key-0001', 'entry'),
      idFrom('person', 'key-0002', 'entry'),
      idFrom('person', 'key-0001', 'host'),
    ];
    expect(new Set([id, ...others]).size).toBe(4);
  });

  it('do not come out the same when the border between the parts moves', () => {
    expect(idFrom('ab', 'cd', 'x')).not.toBe(idFrom('abc', 'd', 'x'));
    expect(idFrom('b', 'c', 'xa')).not.toBe(idFrom('ab', 'c', 'x'));
  });

  it('fit the contract', () => {
    const shopId = `s${id}`;
    expect(validate(shopIdField, shopId).ok).toBe(true);
    expect(validate(hostIdField, `${shopId}.h${id}`).ok).toBe(true);
    expect(validate(entryIdField, `${shopId}.h${id}`).ok).toBe(false);
  });

  it('are spread evenly enough never to meet: 20,000 of them, every letter in use', () => {
    const ids = Array.from({ length: 20_000 }, (_v, i) => idFrom('person', `key-${i}`, 'entry'));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((made) => /^[a-z0-9]{12}$/.test(made))).toBe(true);
    expect(new Set(ids.map((made) => made[11])).size).toBe(36);
  });

  it('name the record of the write apart, and longer', () => {
    expect(changeIdOf('person', 'key-0001')).toMatch(/^[a-z0-9]{24}$/);
    expect(changeIdOf('person', 'key-0001')).not.toBe(changeIdOf('person', 'key-0002'));
  });
});

describe('the two parts of an id', () => {
  it('are the store and the rest', () => {
    expect(shopOf('sabc.hself')).toBe('sabc');
    expect(suffixOf('sabc.hself')).toBe('hself');
  });
});

describe('the hash of an input', () => {
  it('does not hang on the order of keys, at any depth', () => {
    const a = { x: 1, y: { p: [1, { k: 1, l: 2 }], q: null } };
    const b = { y: { q: null, p: [1, { l: 2, k: 1 }] }, x: 1 };
    expect(hashOf(a)).toBe(hashOf(b));
  });

  it('hangs on everything else', () => {
    const inputs = [
      { x: 1 },
      { x: '1' },
      { x: [1] },
      { x: null },
      { x: [1, 2] },
      { x: [2, 1] },
      {},
    ];
    expect(new Set(inputs.map(hashOf)).size).toBe(inputs.length);
  });
});
