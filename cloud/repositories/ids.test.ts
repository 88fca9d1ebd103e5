import { describe, expect, it } from 'vitest';

import {
  accountIdField,
  declarationIdField,
  entryIdField,
  hostIdField,
  invitationIdField,
  liveSessionIdField,
  shopIdField,
} from '../../src/contract/fields';
import { validate } from '../../src/contract/validate';
import { selfHostIdOf, suffixOf } from '../../src/domain/shop/ids';
import {
  changeIdOf,
  entryDocIdOf,
  firstAccountId,
  hashOf,
  newAccountId,
  newDeclarationId,
  newEntryId,
  newHostAccountId,
  newHostId,
  newInvitationId,
  newLiveSessionId,
  newRevisionId,
  newShopId,
  salesDayId,
  salesDayPlaceOf,
} from './ids';

describe('ids made from a person and a request key', () => {
  const key = { person: 'person', requestKey: 'key-0001' };
  const shopId = newShopId(key);
  const id = newEntryId(shopId, key);

  it('are the same for the same write and differ in every part', () => {
    expect(newEntryId(shopId, { ...key })).toBe(id);
    const others = [
      newEntryId(shopId, { ...key, person: 'another' }),
      newEntryId(shopId, { ...key, requestKey: 'key-0002' }),
      newLiveSessionId(shopId, key),
    ];
    const suffixes = [id, ...others].map((made) => suffixOf(made).slice(1));
    expect(new Set(suffixes).size).toBe(4);
  });

  it('differ when the border between the parts moves', () => {
    const made = newShopId({ person: 'ab', requestKey: 'cd' });
    expect(made).not.toBe(newShopId({ person: 'abc', requestKey: 'd' }));
    expect(made).not.toBe(newShopId({ person: 'a', requestKey: 'bcd' }));
  });

  it.each([
    ['store', shopIdField, newShopId(key)],
    ['host', hostIdField, newHostId(shopId, key)],
    ["streamer's own host", hostIdField, selfHostIdOf(shopId)],
    ['first account', accountIdField, firstAccountId(shopId)],
    ['account of a host', accountIdField, newHostAccountId(shopId, key)],
    ['added account', accountIdField, newAccountId(shopId, key, 29)],
    ['live session', liveSessionIdField, newLiveSessionId(shopId, key)],
    ['entry', entryIdField, id],
    ['correction', entryIdField, newRevisionId(id, key)],
    ['declared fact', declarationIdField, newDeclarationId(shopId, null, key)],
    ['invitation', invitationIdField, newInvitationId(shopId, key)],
  ] as const)('fit the contract: %s', (_what, field, made) => {
    expect(validate(field, made)).toEqual({ ok: true, value: made });
  });

  it('do not fit the field of something else', () => {
    expect(validate(entryIdField, newHostId(shopId, key)).ok).toBe(false);
  });

  it('lead from a correction to the document of its entry', () => {
    expect(entryDocIdOf(newRevisionId(id, key))).toBe(id);
    expect(entryDocIdOf(id)).toBe(id);
  });

  it('do not repeat in 20,000 corrections of one entry', () => {
    const ids = Array.from({ length: 20_000 }, (_v, i) =>
      newRevisionId(id, { person: 'a', requestKey: `key-${String(i)}` }),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('do not repeat in 20,000 of them and use every letter', () => {
    const ids = Array.from({ length: 20_000 }, (_v, i) =>
      newShopId({ person: 'person', requestKey: `key-${i}` }),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((made) => /^s[a-z0-9]{12}$/.test(made))).toBe(true);
    expect(new Set(ids.map((made) => made[12])).size).toBe(36);
  });

  it('are longer for the record of a write', () => {
    expect(changeIdOf(key)).toMatch(/^[a-z0-9]{24}$/);
    expect(changeIdOf(key)).not.toBe(changeIdOf({ ...key, requestKey: 'key-0002' }));
  });
});

describe('the part of an id after its store', () => {
  it('is a key without a dot', () => {
    expect(suffixOf('sabc.hself')).toBe('hself');
  });
});

describe('the id of the sums of a day', () => {
  it.each([
    { accountId: 'sabc.a1', hostId: 'sabc.h1' },
    { accountId: null, hostId: 'sabc.h1' },
    { accountId: 'sabc.a1', hostId: null },
    { accountId: null, hostId: null },
  ])('names %j', (seller) => {
    const place = { ...seller, bookedOn: '2026-11-24' };
    const _id = salesDayId({ ...place, shopId: 'sabc' });
    expect(salesDayPlaceOf({ _id, shopId: 'sabc' })).toEqual(place);
  });
});

describe('the hash of an input', () => {
  it('does not depend on the order of keys, at any depth', () => {
    const a = { x: 1, y: { p: [1, { k: 1, l: 2 }], q: null } };
    const b = { y: { q: null, p: [1, { l: 2, k: 1 }] }, x: 1 };
    expect(hashOf(a)).toBe(hashOf(b));
  });

  it('depends on everything else', () => {
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
