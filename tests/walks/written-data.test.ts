import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readDocuments } from 'local-cloud/data';
import { afterAll, describe, expect, it } from 'vitest';

import { SCHEMA } from '../../cloud/database/schema';
import { seedAs } from '../../demo/caller';
import { startTestCloud } from '../testkit/cloud';
import { enterHistory } from '../testkit/written-data/history';
import { unpackWritten } from '../testkit/written-data/unpack';

/** Collections whose shape the schema version does not cover: answers, rule sets, version marks. */
const FREE = ['changes', 'rule_sets', 'schema_versions'];
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}

/** The paths in a value with the kinds of what they hold; the elements of a list share a path. */
function pathsIn(value: unknown, path = ''): string[] {
  const own = `${path} ${kindOf(value)}`;
  if (typeof value !== 'object' || value === null) return [own];
  const children = Array.isArray(value)
    ? value.flatMap((element) => pathsIn(element, `${path}[]`))
    : Object.entries(value).flatMap(([key, child]) =>
        pathsIn(child, path === '' ? key : `${path}.${key}`),
      );
  return [own, ...children];
}

/** The shape of a collection's documents: every path that occurs, with its kinds. */
function shapeOf(docs: readonly object[]): string[] {
  return [...new Set(docs.flatMap((doc) => pathsIn(doc)))].sort();
}

describe('the documents that this program writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huadu-shapes-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('have the shape they had when the schema version began; another shape is another version', async () => {
    unpackWritten(SCHEMA.version, folder);
    const cloud = await startTestCloud();
    await enterHistory(cloud, (person) => seedAs(cloud, person));
    for (const [name, docs] of readDocuments(join(folder, 'data'))) {
      if (FREE.includes(name)) continue;
      expect(shapeOf(cloud.database.readAll(name)), name).toEqual(shapeOf(docs));
    }
    await cloud.close();
  });
});
