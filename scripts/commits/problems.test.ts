import { describe, expect, it } from 'vitest';

import { commitProblems } from './problems';

function problemsOf(message: string, parents = ['parent']): string[] {
  return commitProblems({ hash: 'hash', parents, message });
}

describe('commitProblems', () => {
  it.each([
    'cloud: migrate data of an earlier schema version',
    'weapp-runtime: re-export the driver',
    'docs: process the list',
    'local-cloud: lock, copy and read the version of stopped data',
    `ci: ${'x'.repeat(68)}`,
    'ci: seed the database\n\nA body may have several lines,\nand it says why.',
  ])('accepts %j', (message) => {
    expect(problemsOf(message)).toEqual([]);
  });

  it.each([
    ['Migrate data', 'the subject is not "area: imperative summary"'],
    ['Cloud: migrate data', 'the subject is not "area: imperative summary"'],
    ['cloud: Migrate data', 'the subject is not "area: imperative summary"'],
    ['cloud:migrate data', 'the subject is not "area: imperative summary"'],
    ['cloud: ', 'the subject is not "area: imperative summary"'],
    ['cloud: migrated data', '"migrated" is not an imperative'],
    ['cloud: migrating data', '"migrating" is not an imperative'],
    ['cloud: migrates data', '"migrates" is not an imperative'],
    ['cloud: migrate data.', 'the subject ends with a full stop'],
    [`ci: ${'x'.repeat(69)}`, 'the subject has 73 characters, at most 72'],
    ['cloud: migrate data\nand more', 'the second line is not blank'],
    ['cloud: migrate data\n\nSee /tmp/notes.', 'it names a path of one machine'],
  ])('refuses %j', (message, problem) => {
    expect(problemsOf(message)).toEqual([problem]);
  });

  it('refuses a merge', () => {
    expect(problemsOf('cloud: merge the branch', ['a', 'b'])).toEqual([
      'is a merge: rebase instead',
    ]);
  });
});
