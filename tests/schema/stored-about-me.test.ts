import { expect, it } from 'vitest';

import type { CollectionSpec } from '../../cloud/database/collection';
import { SCHEMA } from '../../cloud/database/schema';
import { STORED_ABOUT_ME } from '../../src/domain/stored-about-me';

it('tells a person of every collection, and of every field of their own document', () => {
  const { people, ...others } = SCHEMA.collections;
  const personal = Object.entries<CollectionSpec>(others).filter(
    ([, { isImpersonal }]) => !isImpersonal,
  );
  const kept = [
    ...personal.map(([name]) => name),
    ...Object.keys(people.fields).map((f) => `people.${f}`),
  ];
  const listed = Object.values(STORED_ABOUT_ME).flatMap(({ where }) => [...where]);
  expect([...new Set<string>(listed)].sort()).toEqual(kept.sort());
});
