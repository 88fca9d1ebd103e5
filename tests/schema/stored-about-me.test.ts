import { expect, it } from 'vitest';

import { SCHEMA } from '../../cloud/database/schema';
import { STORED_ABOUT_ME } from '../../src/domain/stored-about-me';

/** Collections that hold nothing about a person. */
const IMPERSONAL = ['rule_sets', 'schema_versions'];

it('tells a person of every collection, and of every field of their own document', () => {
  const { people, ...others } = SCHEMA.collections;
  const kept = [...Object.keys(others), ...Object.keys(people.fields).map((f) => `people.${f}`)];
  const listed = Object.values(STORED_ABOUT_ME).flatMap(({ where }) => [...where]);
  expect([...new Set<string>([...listed, ...IMPERSONAL])].sort()).toEqual(kept.sort());
});
