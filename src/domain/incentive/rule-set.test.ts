import { readFileSync, readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkRuleSet } from '../../contract/rule-set';
import { RULE_SETS_IN_FORCE } from '../../incentives/published';
import { LINES_OF_BUSINESS } from '../shop/shop';
import { HUADU, MILLION, YUAN } from './evaluate.fixture';
import { answerAt, answerOf } from './examples';
import { type AwardRule, CERTAINTIES, type RuleSet } from './rule-set';
import { ruleSetProblems } from './rule-set-problems';
import { aroundThreshold, expectedAround } from './thresholds.fixture';

const FOLDER = new URL('../../incentives/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as RuleSet;

/** Every value in a tree, and its key. */
function* walk(node: unknown): Generator<[string, unknown]> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    yield [key, value];
    yield* walk(value);
  }
}

describe.each(files)('%s', (name) => {
  const ruleSet = read(name);
  const values = [...walk(ruleSet)];
  const under = (key: string) =>
    values.filter(([found]) => found === key).map(([, value]) => value);

  it('has no problems, and a file name of its id and version', () => {
    expect(ruleSetProblems(ruleSet)).toEqual([]);
    expect(name).toBe(`${ruleSet.ruleSetId}.v${ruleSet.version}.json`);
  });

  it('uses only certainties, lines of business and source keys that exist', () => {
    expect(under('certainty').length).toBeGreaterThan(0);
    for (const certainty of under('certainty')) expect(CERTAINTIES).toContain(certainty);
    for (const line of under('linesOfBusiness').flat()) expect(LINES_OF_BUSINESS).toContain(line);
  });

  it('has addresses that can be opened, if it is in force', () => {
    const isInForce = RULE_SETS_IN_FORCE.some((json) => isDeepStrictEqual(json, ruleSet));
    for (const { address } of isInForce ? Object.values(ruleSet.sources) : []) {
      if (address !== null) expect(new URL(address).href).toBe(address);
    }
  });

  it('has every text in both languages', () => {
    const texts = values.filter(([, value]) => isRecord(value) && 'zh-CN' in value);
    expect(texts.length).toBeGreaterThan(10);
    for (const [key, text] of texts) {
      expect(Object.keys(text as object), key).toEqual(['zh-CN', 'en-US']);
      for (const words of Object.values(text as object)) expect(words, key).toMatch(/\S/);
    }
    for (const [key, value] of values) {
      if (typeof value === 'string' && key !== 'zh-CN' && key !== 'en-US') {
        expect(value, `${key} has words in one language only`).not.toMatch(/[一-鿿]/);
      }
    }
  });

  it('fits its schema', () => {
    expect(checkRuleSet(ruleSet)).toEqual({ ok: true, ruleSet });
  });

  it('gives the results of its worked examples', () => {
    for (const example of ruleSet.examples) {
      expect(answerOf(ruleSet, example), example.name['en-US']).toEqual(example.expect);
    }
  });

  it('contains no promise', () => {
    for (const [, words] of values) {
      if (typeof words === 'string') expect(words).not.toMatch(/恭喜|保证|guarantee|eligible/i);
    }
  });
});

/** The thresholds of every rule set, each compared with figures one unit below, on it and above. */
const THRESHOLDS = files.flatMap((name) => {
  const ruleSet = read(name);
  return ruleSet.awards.flatMap((award) =>
    award.tiers.flatMap((tier) =>
      tier.conditions.map((condition) => ({ ruleSet, award, tier, condition })),
    ),
  );
});

describe('every threshold of every rule set', () => {
  it('exists', () => {
    expect(THRESHOLDS.length).toBeGreaterThanOrEqual(10);
  });

  it.each(THRESHOLDS.map((placed) => [placed.condition.conditionId, placed] as const))(
    '%s: one unit below, on it, one above',
    (_, placed) => {
      expect(aroundThreshold(placed)).toEqual(expectedAround(placed.condition));
    },
  );

  it('is undecided for an unknown figure', () => {
    for (const { condition, ...rest } of THRESHOLDS) {
      expect(answerAt({ ...rest, condition }, null), condition.conditionId).toBe('cannot_tell');
    }
  });
});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function awardOf(awardId: string): AwardRule | undefined {
  return HUADU.awards.find((award) => award.awardId === awardId);
}

describe('the values of huadu-2020, against a table made by hand', () => {
  it.each([
    ['HD-ANCHOR', 'A1', 10 * MILLION, 'more_than', 100_000 * YUAN],
    ['HD-ANCHOR', 'A2', 20 * MILLION, 'more_than', 300_000 * YUAN],
    ['HD-ANCHOR', 'A3', 50 * MILLION, 'more_than', 500_000 * YUAN],
    ['HD-SETTLE', 'S1', 100 * MILLION, 'at_least', 12 * MILLION],
    ['HD-TURNOVER', 'T1', 500 * MILLION, 'more_than', 10 * MILLION],
    ['HD-TURNOVER', 'T2', 1000 * MILLION, 'more_than', 10 * MILLION],
    ['HD-TURNOVER', 'T3', 2000 * MILLION, 'more_than', 10 * MILLION],
  ])('%s %s', (awardId, tierId, threshold, comparator, fen) => {
    const award = awardOf(awardId);
    const tier = award?.tiers.find((candidate) => candidate.tierId === tierId);
    expect(tier?.conditions[0]).toMatchObject({ metric: award?.metric, threshold, comparator });
    const stated = tier?.award.kind === 'fixed' ? 'amount' : 'cap';
    expect(tier?.award).toMatchObject({ [stated]: { fen } });
  });

  it('require more than 500,000 followers in every streamer tier', () => {
    for (const tier of awardOf('HD-ANCHOR')?.tiers ?? []) {
      const rule = tier.conditions.find(({ metric }) => metric === 'followers');
      expect(rule).toMatchObject({ threshold: 500_000, comparator: 'more_than' });
    }
  });

  it('include both sides of both conflicts', () => {
    expect(HUADU.conflicts.map((conflict) => conflict.conflictId)).toEqual([
      'A3-threshold',
      'target-year',
    ]);
  });
});

describe('problems of a rule set', () => {
  const broken = (change: (copy: Draft) => void): string[] => {
    const copy = structuredClone(HUADU) as unknown as Draft;
    change(copy);
    return ruleSetProblems(copy as unknown as RuleSet);
  };

  it.each<[string, (copy: Draft) => void]>([
    ['A1-sales: no source', (copy) => (firstCondition(copy)['sources'] = [])],
    ['A1-sales: unknown source S99', (copy) => (firstCondition(copy)['sources'] = ['S99'])],
    ['A1-sales: no certainty', (copy) => delete firstCondition(copy)['certainty']],
    ['A1-sales: no date of checking', (copy) => (firstCondition(copy)['checkedOn'] = '2026')],
    ['A1-sales: not a whole number', (copy) => (firstCondition(copy)['threshold'] = 0.5)],
    ['HD-ANCHOR: tiers do not rise', (copy) => copy.awards[0]?.tiers.reverse()],
    ['A1-sales: used twice', (copy) => (secondCondition(copy)['conditionId'] = 'A1-sales')],
    ['source S9: not used', (copy) => (copy.sources['S9'] = { title: 'T', address: null })],
    ['source S1: neither title nor address', (copy) => (copy.sources['S1'] = {})],
    ['A3-threshold: 0 statements used', (copy) => (copy.conflicts[0] = notUsed(copy))],
    ['A1-local: not asked for: local_streamer', (copy) => (copy.facts = [])],
    ['HD-ANCHOR: a ladder rises with a figure', (copy) => (firstAward(copy).metric = 'rank/x')],
    [
      'HD-ANCHOR: the scope of sales belongs to awards of sales',
      (copy) => (firstAward(copy).salesScope = null),
    ],
    [
      'HD-ANCHOR: tiers do not rise',
      (copy) => (copy.awards[0]!.tiers[1]!.conditions[0]!['threshold'] = 10 * MILLION),
    ],
    ['A3-threshold: unknown A9', (copy) => (firstConflict(copy)['concerns'] = ['A9'])],
    ['A3-threshold: unknown source S99', (copy) => (firstStatement(copy)['sources'] = ['S99'])],
    ['A3-threshold: no date of checking', (copy) => (firstConflict(copy)['checkedOn'] = '2026')],
    ['example Name: unknown award X', (copy) => (copy.examples = [exampleOf('X', 'A1')])],
    ['example Name: unknown tier A9', (copy) => (copy.examples = [exampleOf('HD-ANCHOR', 'A9')])],
    ['paid_in_capital: asked twice', (copy) => copy.facts.push({ ...factOf(copy) })],
    ['paid_in_capital: asked twice', (copy) => copy.facts.push(otherFact(copy, 'type', 'number'))],
    ['paid_in_capital: asked twice', (copy) => copy.facts.push(otherFact(copy, 'perYear', 'odd'))],
    ['paid_in_capital: a number has a unit', (copy) => (factOf(copy)['unit'] = {})],
    ['paid_in_capital: a number has a unit', (copy) => (factOf(copy)['type'] = 'number')],
    ['x/y: not a key of huadu-2020', (copy) => (factOf(copy)['fact'] = 'x/y')],
  ])('%s', (problem, change) => {
    expect(broken(change)).toContain(problem);
  });

  it('are none where a fact is asked of hosts and of stores alike', () => {
    const problems = broken((copy) => copy.facts.push(otherFact(copy, 'subject', 'other')));
    expect(problems).not.toContain('paid_in_capital: asked twice');
  });

  it('accept conflicts about every id of a rule set', () => {
    const ids = 'HD-ANCHOR A1 A1-sales A1-local HD-STAR STAR parks'.split(' ');
    const concerns = [...ids, ...HUADU.documents.map(({ documentId }) => documentId)];
    expect(broken((copy) => (firstConflict(copy)['concerns'] = concerns))).toEqual([]);
  });
});

type Loose = Record<string, unknown>;
interface Draft {
  awards: { metric: string; salesScope?: unknown; tiers: { conditions: Loose[] }[] }[];
  sources: Record<string, Loose>;
  conflicts: (Loose & { statements: Loose[] })[];
  facts: Loose[];
  examples: Loose[];
}

function firstAward(copy: Draft): Draft['awards'][number] {
  return copy.awards[0] ?? { metric: '', tiers: [] };
}

function firstConflict(copy: Draft): Loose {
  return copy.conflicts[0] ?? {};
}

function firstStatement(copy: Draft): Loose {
  return copy.conflicts[0]?.statements[0] ?? {};
}

function factOf(copy: Draft): Loose {
  return copy.facts.find(({ fact }) => fact === 'paid_in_capital') ?? {};
}

/** A fact of the same key for another subject, which differs in one field. */
function otherFact(copy: Draft, field: string, value: string): Loose {
  return { ...factOf(copy), subject: 'other', [field]: value };
}

function exampleOf(awardId: string, tierId: string): Loose {
  return { name: { 'en-US': 'Name' }, expect: [{ awardId, tiers: { [tierId]: 'met' } }] };
}

function firstCondition(copy: Draft): Loose {
  return copy.awards[0]?.tiers[0]?.conditions[0] ?? {};
}

function secondCondition(copy: Draft): Loose {
  return copy.awards[0]?.tiers[0]?.conditions[1] ?? {};
}

function notUsed(copy: Draft): Draft['conflicts'][number] {
  const conflict = copy.conflicts[0] ?? { statements: [] };
  return { ...conflict, statements: conflict.statements.map((s) => ({ ...s, isUsed: false })) };
}
