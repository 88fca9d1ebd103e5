// Every query of cloud/repositories is served by an index, and every index serves a query: all
// queries run through the real SDK on a strict local cloud, once with the schema as it is, and once
// for each index without that index.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { CollectionSpec } from '../../cloud/database/collection';
import { SCHEMA } from '../../cloud/database/schema';
import { FUNCTION_RULES } from '../../cloud/functions/rules';
import { planSchema } from '../../cloud/database/schema-plan';
import { type CloudSchema, type LocalCloud, startLocalCloud } from 'local-cloud';
import { publishRuleSets } from '../../demo/rule-sets';
import { reachBySdk } from '../testkit/sdk';

const REPOSITORIES = path.resolve('cloud/repositories');
const COLLECTIONS: Readonly<Record<string, CollectionSpec>> = SCHEMA.collections;

let cloud: LocalCloud | undefined;
let wireCalls = 0;

async function open(schema: CloudSchema): Promise<void> {
  cloud = await startLocalCloud({
    dataDir: ':memory:',
    functionsRoot: 'cloudfunctions',
    schema,
    rules: FUNCTION_RULES,
    strict: true,
    onWire: () => {
      wireCalls += 1;
    },
  });
  await publishRuleSets(cloud);
  reachBySdk(cloud);
}

async function close(): Promise<void> {
  await cloud?.close();
  cloud = undefined;
}

const loadQueries = () => import('./queries');

/** Runs all queries. @returns the errors of those that are refused. */
async function refusals(): Promise<string[]> {
  const { QUERIES } = await loadQueries();
  const refused: string[] = [];
  for (const [name, calls] of Object.entries(QUERIES)) {
    for (const call of calls) {
      const before = wireCalls;
      await call().catch((cause: unknown) => refused.push(`${name}: ${String(cause)}`));
      expect(wireCalls, `${name} sends a request`).toBeGreaterThan(before);
    }
  }
  return refused;
}

/** An import of something that asks the database outside a given transaction. */
const ASKING =
  /import \{[^}]*\b(read\w+|updateWhere|tx)\b[^}]*\} from '..\/database\/(?:database|by-ids|joined)'/;

function isAsking(file: string): boolean {
  return ASKING.test(readFileSync(path.join(REPOSITORIES, file), 'utf8'));
}

/** The functions of every file that can ask the database. */
async function exportedFunctions(): Promise<string[]> {
  const files = readdirSync(REPOSITORIES)
    .filter((file) => /(?<!\.test)\.ts$/.test(file))
    .filter(isAsking);
  const modules = files.map(async (file) => {
    const exported = (await import(path.join(REPOSITORIES, file))) as Record<string, unknown>;
    const names = Object.keys(exported).filter((name) => typeof exported[name] === 'function');
    return names.map((name) => `${path.basename(file, '.ts')}.${name}`);
  });
  return (await Promise.all(modules)).flat();
}

describe('the schema', () => {
  beforeAll(() => open(SCHEMA));
  afterAll(close);

  it('lists every function of the repositories as a query or as none', async () => {
    const { QUERIES, NOT_QUERIES } = await loadQueries();
    const known = [...Object.keys(QUERIES), ...NOT_QUERIES];
    expect(known.sort()).toEqual((await exportedFunctions()).sort());
  });

  it('serves every query by an index', async () => {
    expect(await refusals()).toEqual([]);
  });
});

const INDEXES = planSchema(SCHEMA).flatMap(({ name, indexes }) =>
  indexes.map((index, position) => [name, index.name, position] as const),
);

/** The schema without one index. */
function without(collection: string, position: number): CloudSchema {
  const spec = COLLECTIONS[collection];
  if (spec === undefined) throw new Error(`no collection ${collection}`);
  const indexes = spec.indexes.filter((_index, i) => i !== position);
  return { collections: { ...COLLECTIONS, [collection]: { ...spec, indexes } } };
}

describe('the schema without one index', () => {
  afterEach(close);

  it.each(INDEXES)(
    'of %s, %s, leaves a query that is refused by name',
    async (collection, _name, position) => {
      await open(without(collection, position));
      const refused = await refusals();
      const words = `local cloud (strict): no index serves ${collection} where `;
      const isNeeded = refused.some((refusal) => refusal.includes(words));
      expect(isNeeded, 'no query needs the index: remove it from the schema').toBe(true);
    },
  );
});
