import { describe, expect, it } from 'vitest';

import { SCHEMA } from '../database/schema';
import { HISTORY, migrationsFrom } from './history';

const TODAY = SCHEMA.version;

describe('the migrations of this program', () => {
  it('follow one another without a gap, and lead to the version of the schema', () => {
    const versions = HISTORY.migrations.map(({ from, to }) => [from, to]);
    const first = HISTORY.migrations[0]?.from ?? TODAY;
    expect(versions).toEqual(versions.map((_pair, index) => [first + index, first + index + 1]));
    expect(versions.at(-1)?.[1]).toBe(TODAY);
  });

  it('are described in one line each', () => {
    for (const { summary } of HISTORY.migrations) expect(summary).toMatch(/^[^\n]{10,100}$/);
  });
});

describe('migrationsFrom', () => {
  it('gives the steps from the version of the data to today’s, and none for today’s', () => {
    expect(migrationsFrom(2, HISTORY).map(({ from }) => from)).toEqual(
      Array.from({ length: TODAY - 2 }, (_value, index) => index + 2),
    );
    expect(migrationsFrom(TODAY, HISTORY)).toEqual([]);
  });

  it('refuses data of a newer program with a sentence in both languages', () => {
    const asked = (): unknown => migrationsFrom(TODAY + 1, HISTORY);
    expect(asked).toThrow(`data of schema version ${String(TODAY + 1)}`);
    expect(asked).toThrow('a newer program wrote them');
    expect(asked).toThrow('数据由更新版本的程序写入');
  });

  it('refuses data that are older than the first migration, and names what can be done', () => {
    const asked = (): unknown => migrationsFrom(1, HISTORY);
    expect(asked).toThrow('no migration begins at their version');
    expect(asked).toThrow('npm start -- --reset');
  });
});
