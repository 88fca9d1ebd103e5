import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { type LocalCloud, startLocalCloud } from 'local-cloud';
import { SCHEMA } from '../../cloud/database/schema';
import type { PublishedRuleSet } from '../../src/contract/published-rule-set';
import { ruleSetLines } from './rules';
import { plannedCollections } from './schema';

/** The documents that a deployment publishes. */
function publishedRuleSets(): PublishedRuleSet[] {
  return ruleSetLines().map((line) => JSON.parse(line) as PublishedRuleSet);
}

let cloud: LocalCloud;
let env: Record<string, string>;

beforeEach(async () => {
  cloud = await startLocalCloud({
    dataDir: ':memory:',
    functionsRoot: 'cloudfunctions',
    schema: { collections: {} },
    workers: 1,
  });
  env = { ...cloud.sdkEnvironment, CLOUD_ENV: 'local-env' };
});
afterEach(() => cloud.close());

async function run(...args: string[]): Promise<{ code: unknown; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/deploy.ts', ...args], {
    env: { PATH: process.env['PATH'], ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    // A chunk may end within a character.
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const [code] = (await once(child, 'close')) as [unknown];
  return { code, output };
}

describe('npm run deploy against an empty cloud', () => {
  it('creates collections, publishes rule sets, and the smoke test passes: each twice', async () => {
    const names = plannedCollections().map(({ collection }) => collection);
    expect(names).toContain('sales_entries');
    const early = await run('--only', 'smoke', '--yes');
    expect(early).toMatchObject({ code: 1 });
    expect(early.output).toContain('smoke failed: discover.list was refused');

    const first = await run('--only', 'schema,rules,smoke', '--yes');
    expect(first).toMatchObject({ code: 0 });
    expect(first.output).toContain('rule_sets: created');
    expect(first.output).toContain('huadu-2020.v3: published');
    expect(first.output).toMatch(/incentive\.precheck: ok, \d+ ms/);
    expect(cloud.database.collections().sort()).toEqual([...names].sort());
    expect(cloud.database.readAll('rule_sets')).toEqual(publishedRuleSets());

    const again = await run('--only', 'schema,rules', '--yes');
    expect(again).toMatchObject({ code: 0 });
    expect(again.output).toContain('rule_sets: is there');
    expect(again.output).toContain('huadu-2020.v3: is there, the same');
    expect(cloud.database.readAll('rule_sets')).toEqual(publishedRuleSets());
    for (const { output } of [early, first, again]) {
      expect(output).not.toContain(env['TENCENTCLOUD_SECRETID']);
    }
  }, 60_000);

  it('refuses to change a published version, by its name', async () => {
    await run('--only', 'schema,rules', '--yes');
    const others = publishedRuleSets();
    const document = others.pop();
    if (document === undefined) throw new Error('no rule set');
    const { _id, ...fields } = document;
    const changed = { ...fields, ruleSet: { ...fields.ruleSet, checkedOn: '2020-01-01' } };
    await cloud.database.put('rule_sets', _id, changed);
    const { code, output } = await run('--only', 'rules', '--yes');
    expect(code).toBe(1);
    expect(output).toContain('huadu-2020.v3 is published and differs');
    expect(cloud.database.readAll('rule_sets')).toEqual([...others, { _id, ...changed }]);
  }, 60_000);

  it('marks a new environment, and stops when its documents need a migration', async () => {
    const created = await run('--only', 'schema', '--yes');
    const today = String(SCHEMA.version);
    expect(created.output).toContain(`marked with schema version ${today}`);
    expect(cloud.database.readAll('schema_versions')).toMatchObject([{ version: SCHEMA.version }]);

    await cloud.database.insert('shops', [{ _id: 's1' }]);
    const fitting = await run('--only', 'schema', '--yes');
    expect(fitting).toMatchObject({ code: 0 });
    expect(fitting.output).toContain(`documents: schema version ${today}, as the functions need`);
    expect(cloud.database.readAll('schema_versions')).toHaveLength(1);

    await cloud.database.remove('schema_versions', {});
    const old = await run('--only', 'schema,rules', '--yes');
    expect(old).toMatchObject({ code: 1 });
    expect(old.output).toContain('a migration is due. The documents have schema version 3');
    expect(cloud.database.readAll('rule_sets')).toEqual([]);

    await cloud.database.insert('schema_versions', [{ _id: 'v99', version: 99, since: 'later' }]);
    const newer = await run('--only', 'schema', '--yes');
    expect(newer.output).toContain('data of schema version 99, this program works with');
  }, 60_000);

  it('prints the schema and the rule sets as JSON, and refuses an unknown step', async () => {
    const schema = await run('--only', 'schema', '--json');
    expect(JSON.parse(schema.output)).toMatchObject({
      collections: plannedCollections(),
      functions: { public: { invoke: true }, timer: { invoke: false } },
    });
    const rules = await run('--only', 'rules', '--json');
    expect(
      rules.output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(publishedRuleSets());
    const unknown = await run('--only', 'schema,everything');
    expect(unknown).toMatchObject({ code: 1 });
    expect(unknown.output).toContain('there is no step everything');
  }, 60_000);
});
