import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { openSnapshot } from 'local-cloud/data';
import { afterAll, describe, expect, it } from 'vitest';

import { SCHEMA } from '../../cloud/database/schema';
import {
  buildInput,
  MILLION,
  reading,
  sumsOf,
  YUAN,
} from '../../src/domain/incentive/evaluate.fixture';
import type { RuleSet } from '../../src/domain/incentive/rule-set';
import { unpackWritten } from '../../tests/testkit/written-data/unpack';
import { compareRuleSets, comparisonText } from './compare';
import { readRuleSets, ruleSetWithKey } from './read';
import { type SubjectInput, subjectInputs } from './subjects';

const ALL = readRuleSets();
const BEFORE = ruleSetWithKey(ALL, 'huadu-2020.v2');
const AFTER = ruleSetWithKey(ALL, 'huadu-2020.v3');
const YEAR = 2026;

/** As many hosts with these sales, and enough followers unless they are unknown. */
function hosts(
  count: number,
  millions: number,
  overrides: Partial<SubjectInput> = {},
): SubjectInput[] {
  const { ruleSet: _ruleSet, ...input } = buildInput({
    sums: sumsOf({ paid: millions * MILLION }),
    ...overrides,
  });
  return Array.from({ length: count }, () => input);
}

function anchor(subjects: readonly SubjectInput[], before = BEFORE, after = AFTER) {
  const { awards } = compareRuleSets(before, after, { year: YEAR, subjects });
  return awards.find(({ awardId }) => awardId === 'HD-ANCHOR');
}

/** The rules with another first threshold. */
function withFirstThreshold(millions: number): RuleSet {
  const copy = structuredClone(AFTER) as unknown as {
    awards: { tiers: { conditions: { threshold: number }[] }[] }[];
  };
  const condition = copy.awards[0]?.tiers[0]?.conditions[0];
  if (condition) condition.threshold = millions * MILLION;
  return copy as unknown as RuleSet;
}

describe('a comparison of two rule sets', () => {
  it('counts who is newly looked at, and what the reported amounts come to', () => {
    const brands = hosts(6, 60, { lineOfBusiness: 'brand_or_shop' });
    expect(anchor(brands)).toEqual({
      awardId: 'HD-ANCHOR',
      subjects: 6,
      moves: [{ from: 'not looked at', to: 'A3', count: 6 }],
      others: 0,
      becomeUndecided: 0,
      amounts: {
        before: { lowFen: 0, highFen: 0 },
        after: { lowFen: 6 * 500_000 * YUAN, highFen: 6 * 500_000 * YUAN },
      },
    });
  });

  it('counts who moves between tiers, and who becomes undecided', () => {
    const unread = hosts(5, 11, { followers: [reading({ count: null, readOn: null })] });
    const subjects = [...hosts(7, 11), ...unread];
    const moved = anchor(subjects, AFTER, withFirstThreshold(12));
    expect(moved?.moves).toEqual([
      { from: 'A1', to: 'below the first tier', count: 7 },
      { from: 'cannot tell', to: 'below the first tier', count: 5 },
    ]);
    const back = anchor(subjects, withFirstThreshold(12), AFTER);
    expect(back).toMatchObject({ subjects: 12, becomeUndecided: 5 });
    // Undecided hosts may have the first tier: from none of them to all.
    expect(back?.amounts?.after).toEqual({
      lowFen: 7 * 100_000 * YUAN,
      highFen: 12 * 100_000 * YUAN,
    });
  });

  it('does not name groups under five, nor lets the total give them away', () => {
    const subjects = [...hosts(9, 11), ...hosts(6, 21), ...hosts(2, 51)];
    const compared = anchor(subjects, AFTER, AFTER);
    expect(compared?.moves).toEqual([{ from: 'A1', to: 'A1', count: 9 }]);
    expect(compared).toMatchObject({ subjects: 17, others: 8, amounts: null });
    expect(anchor(hosts(4, 11))).toMatchObject({ subjects: null, moves: [], others: null });
  });

  it('is printed without what is too small', () => {
    const text = comparisonText(
      compareRuleSets(AFTER, AFTER, { year: YEAR, subjects: hosts(3, 11) }),
    );
    expect(text).toContain('HD-ANCHOR: too few looked at');
    expect(text).not.toMatch(/\b3\b/);
  });
});

describe('the subjects of a data folder', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huadu-compare-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are its hosts and the stores that are no streamer’s own, with their sums', () => {
    unpackWritten(SCHEMA.version, folder);
    const snapshot = openSnapshot(path.join(folder, 'data'));
    const asOf = '2026-11-28T04:00:00.000Z';
    const subjects = subjectInputs(snapshot, YEAR, asOf);
    const hostCount = snapshot.readAll('hosts').length;
    const shops = snapshot.readAll('shops');
    snapshot.close();
    const others = shops.filter(({ lineOfBusiness }) => lineOfBusiness !== 'streamer');
    expect(others.length).toBeGreaterThan(0);
    expect(subjects.map(({ subject }) => subject.kind).sort()).toEqual([
      ...Array.from({ length: hostCount }, () => 'host'),
      ...others.map(() => 'shop'),
    ]);
    expect(subjects.map(({ sums }) => sums?.paidFen)).toContain(41_000_000 + 1_234_567);
    const compared = compareRuleSets(BEFORE, AFTER, { year: YEAR, subjects });
    for (const { moves, amounts } of compared.awards) {
      expect([moves, amounts]).toEqual([[], null]);
    }
  });
});
