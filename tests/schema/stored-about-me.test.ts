import { describe, expect, it } from 'vitest';

import type { CollectionSpec } from '../../cloud/database/collection';
import { SCHEMA } from '../../cloud/database/schema';
import { STORED_ABOUT_ME } from '../../src/domain/stored-about-me';
import { IMPERSONAL, STORED_FIELDS } from './stored-fields';

const COLLECTIONS = Object.entries<CollectionSpec>(SCHEMA.collections);
const ABOUT_PEOPLE = COLLECTIONS.filter(([, { isImpersonal }]) => isImpersonal !== true);
const CLASSED: Readonly<Record<string, Readonly<Record<string, string>>>> = STORED_FIELDS;

/** Names of fields that are a person, or words and numbers by which one is known or reached. */
const PERSONAL = /person|by$|name|phone|contact|words|claims|intro|title|receipt/i;

/** Where the kinds are by their fields: `people` by field, the others by collection. */
function whereOf(kind: string): string[] {
  const places = Object.entries(CLASSED).flatMap(([collection, fields]) =>
    Object.entries(fields)
      .filter(([, classed]) => classed === kind)
      .map(([field]) => (collection === 'people' ? `people.${field}` : collection)),
  );
  return [...new Set(places)].sort();
}

describe('what is stored about a person', () => {
  it('is classed field by field, in every collection about people', () => {
    const declared = ABOUT_PEOPLE.map(([name, { fields }]) => [name, Object.keys(fields).sort()]);
    const classed = Object.entries(CLASSED).map(([name, fields]) => [
      name,
      Object.keys(fields).sort(),
    ]);
    expect(Object.fromEntries(classed)).toEqual(Object.fromEntries(declared));
  });

  it.each(Object.entries(STORED_ABOUT_ME))(
    'tells of %s where its fields are, and of no other collection',
    (kind, { where }) => {
      expect(whereOf(kind)).toEqual([...where].sort());
    },
  );

  it('leaves out only fields with a reason, none of which is called like a person', () => {
    const left = Object.entries(CLASSED).flatMap(([collection, fields]) =>
      Object.entries(fields).flatMap(([field, classed]) =>
        classed in STORED_ABOUT_ME ? [] : [{ place: `${collection}.${field}`, classed }],
      ),
    );
    for (const { place, classed } of left) {
      expect(Object.keys(IMPERSONAL), place).toContain(classed.replace('no ', ''));
      expect(place.split('.')[1], place).not.toMatch(PERSONAL);
    }
  });
});
