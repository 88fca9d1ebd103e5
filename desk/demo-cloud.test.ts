import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readDataVersion } from 'local-cloud/data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { SCHEMA } from '../cloud/database/schema';
import { RULE_SETS_IN_FORCE } from '../src/incentives/published';
import { unpackWritten } from '../tests/testkit/written-data/unpack';
import { openDemoCloud } from './demo-cloud';

const TODAY = SCHEMA.version;

describe('openDemoCloud', () => {
  let folder = '';
  let dataDir = '';
  let lines: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'desk-cloud-'));
    dataDir = path.join(folder, 'data');
    lines = [];
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const open = (reset = false) =>
    openDemoCloud({ dataDir, reset, log: (line) => lines.push(line) });

  it('migrates what an earlier version wrote, and publishes rule sets that came since', async () => {
    unpackWritten(2, folder);
    const cloud = await open();
    const shops = cloud.database.readAll('shops');
    const ruleSets = cloud.database.readAll('rule_sets');
    await cloud.close();
    expect(shops.map(({ name }) => name)).toEqual(['禾田包袋', '云岭互娱']);
    expect(ruleSets).toHaveLength(RULE_SETS_IN_FORCE.length);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain(`data migrated … schema version 2 → ${String(TODAY)}`);
    expect(lines[1]).toContain('demo data … kept from 2026-11-23');
  });

  it('refuses what a newer version wrote, until the demo is restored', async () => {
    unpackWritten(3, folder);
    const file = path.join(dataDir, 'cloud.db');
    const newer = readFileSync(file);
    newer.writeUInt32BE(TODAY + 1, 60);
    writeFileSync(file, newer);
    await expect(open()).rejects.toThrow('a newer program wrote them');
    expect(readFileSync(file)).toEqual(newer);
    const cloud = await open(true);
    const marks = cloud.database.readAll('schema_versions');
    await cloud.close();
    expect(marks).toMatchObject([{ version: TODAY }]);
    expect(readDataVersion(dataDir)).toBe(TODAY);
    expect(lines).toEqual(['演示数据 demo data … restored']);
  });
});
