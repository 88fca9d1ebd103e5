import { describe, expect, expectTypeOf, it } from 'vitest';

import { changed, type FieldsOf, isSame, type PathOf, rebased, type Unchecked } from './typed';

describe('Typed', () => {
  it('keeps names and nesting of the input, with numbers as text and choices to be made', () => {
    type Plan = FieldsOf<'liveSession.schedule'>;
    expectTypeOf<Plan['goalFen']>().toEqualTypeOf<string | number | null>();
    expectTypeOf<Plan['accountId']>().toEqualTypeOf<string | null>();
    expectTypeOf<Plan['teasers'][number]['name']>().toEqualTypeOf<string>();
    expectTypeOf<FieldsOf<'shop.register'>['place']['where']>().toEqualTypeOf<
      'huadu' | 'moving' | 'elsewhere' | null
    >();
    expectTypeOf<FieldsOf<'shop.register'>['consent']>().toEqualTypeOf<boolean>();
  });

  it('has the fields of every shape an object may have, and an object where null is allowed', () => {
    type When = FieldsOf<'liveSession.backfill'>['when'];
    expectTypeOf<When>().toEqualTypeOf<{
      precision: 'day' | 'instant' | null;
      day: string;
      startedAt: string;
      endedAt: string;
    }>();
    expectTypeOf<FieldsOf<'host.add'>['account']['name']>().toEqualTypeOf<string>();
  });
});

describe('Unchecked', () => {
  it('leaves numbers open and lets choices be missing, except the one that selects a shape', () => {
    type Input =
      | { of: 'a'; choice: 'x' | 'y'; amountFen: number }
      | { of: 'b'; list: { id: string | null }[] };
    expectTypeOf<Unchecked<Input>>().toEqualTypeOf<
      | { of: 'a'; choice: 'x' | 'y' | null; amountFen: unknown }
      | { of: 'b'; list: { id: string | null }[] }
    >();
  });
});

describe('PathOf', () => {
  it('names fields at every depth and nothing else', () => {
    expectTypeOf<'account.name'>().toExtend<PathOf<'host.add'>>();
    expectTypeOf<'accounts.3.platform'>().toExtend<PathOf<'shop.update'>>();
    expectTypeOf<'when.endedAt'>().toExtend<PathOf<'liveSession.backfill'>>();
    expectTypeOf<'accounts.platform'>().not.toExtend<PathOf<'shop.update'>>();
    expectTypeOf<'accountName'>().not.toExtend<PathOf<'host.add'>>();
  });
});

describe('changed', () => {
  const fields = {
    name: 'a',
    place: { where: 'huadu', town: null as string | null },
    list: [1, 2],
  };

  it('changes fields at any depth and leaves the others', () => {
    expect(changed(fields, { place: { town: '狮岭镇' } })).toEqual({
      name: 'a',
      place: { where: 'huadu', town: '狮岭镇' },
      list: [1, 2],
    });
    expect(fields.place.town).toBeNull();
  });

  it('puts a list in the place of a list', () => {
    expect(changed(fields, { name: 'b', list: [3] })).toMatchObject({ name: 'b', list: [3] });
  });
});

describe('rebased', () => {
  const base = { name: 'a', place: { where: 'huadu', town: '狮岭镇' }, list: [1] };

  it('takes the newer value of each field that is as it was, at any depth', () => {
    const typed = changed(base, { place: { town: '花山镇' } });
    const fresh = { name: 'b', place: { where: 'moving', town: '赤坭镇' }, list: [2] };
    expect(rebased(fresh, typed, base)).toEqual({
      name: 'b',
      place: { where: 'moving', town: '花山镇' },
      list: [2],
    });
  });

  it('keeps a changed list as a whole', () => {
    expect(rebased({ ...base, list: [7, 8] }, { ...base, list: [1, 2] }, base).list).toEqual([
      1, 2,
    ]);
  });
});

describe('isSame', () => {
  it('compares fields at every depth', () => {
    expect(isSame({ a: { b: [1] } }, { a: { b: [1] } })).toBe(true);
    expect(isSame({ a: { b: [1] } }, { a: { b: [2] } })).toBe(false);
  });
});
