import { describe, expect, expectTypeOf, it } from 'vitest';

import { SCHEMA } from './schema';
import type { KindOf, Unlike } from './schema-check';

interface Doc {
  _id: string;
  name: string;
  age: 'child' | 'adult' | null;
  counts: number[];
  place: { town: string };
  isOpen: boolean;
  answer: unknown;
}

interface Fields {
  name: 'text';
  age: 'text?';
  counts: 'list';
  place: 'map';
  isOpen: 'flag';
  answer: 'map';
}

describe('the schema', () => {
  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(SCHEMA))).toEqual(SCHEMA);
  });

  it('indexes declared fields only, each index once', () => {
    for (const { fields, indexes } of Object.values(SCHEMA.collections)) {
      const names = indexes.map((index) => index.fields.map(({ name }) => name));
      expect(Object.keys(fields)).toEqual(expect.arrayContaining(names.flat()));
      expect(new Set(names.map(String)).size).toBe(names.length);
    }
  });

  it('has at most one list in an index: the database refuses a document with two', () => {
    for (const { fields, indexes } of Object.values(SCHEMA.collections)) {
      const kinds: Readonly<Record<string, string>> = fields;
      for (const index of indexes) {
        const lists = index.fields.filter(({ name }) => kinds[name]?.startsWith('list'));
        expect(lists.length).toBeLessThan(2);
      }
    }
  });
});

// These hold when the file compiles (`npm run check:types`); at run time they do nothing.
describe('the check of the schema against the types', () => {
  it('knows the kind of every type', () => {
    expectTypeOf<KindOf<'a' | 'b'>>().toEqualTypeOf<'text'>();
    expectTypeOf<KindOf<string | null>>().toEqualTypeOf<'text?'>();
    expectTypeOf<KindOf<number>>().toEqualTypeOf<'number'>();
    expectTypeOf<KindOf<boolean | null>>().toEqualTypeOf<'flag?'>();
    expectTypeOf<KindOf<readonly string[]>>().toEqualTypeOf<'list'>();
    expectTypeOf<KindOf<Record<string, true> | null>>().toEqualTypeOf<'map?'>();
    expectTypeOf<KindOf<string | number>>().toEqualTypeOf<never>();
    expectTypeOf<KindOf<string | undefined>>().toEqualTypeOf<never>();
  });

  it('accepts fields and documents that are alike', () => {
    expectTypeOf<Unlike<Fields, Doc>>().toEqualTypeOf<never>();
  });

  it('names a field that is missing, surplus or of another kind', () => {
    expectTypeOf<Unlike<Omit<Fields, 'name'>, Doc>>().toEqualTypeOf<'name'>();
    expectTypeOf<Unlike<Fields & { more: 'text' }, Doc>>().toEqualTypeOf<'more'>();
    expectTypeOf<Unlike<Omit<Fields, 'age'> & { age: 'text' }, Doc>>().toEqualTypeOf<'age'>();
    expectTypeOf<
      Unlike<Omit<Fields, 'isOpen'> & { isOpen: 'flag?' }, Doc>
    >().toEqualTypeOf<'isOpen'>();
    expectTypeOf<Unlike<Fields, Doc & { note?: string }>>().toEqualTypeOf<'note'>();
  });
});
