import { describe, expect, it } from 'vitest';

import { RULE_SETS_IN_FORCE } from '../../incentives/published';
import { FIRST_YEAR } from '../time';
import {
  MAX_FACTS,
  MIN_FACTS_WITH_PAGES,
  withDeclared,
  withoutOldest,
  withWithdrawn,
} from './declarations';
import type { DeclaredFact, FactKey } from './facts';
import type { AwardSubject } from './rule-set';

const EARLIER = '2026-03-01T02:00:00.000Z';
const NOW = '2026-11-24T02:00:00.000Z';

function buildFact(overrides: Partial<DeclaredFact> = {}): DeclaredFact {
  return {
    id: 'd1',
    fact: 'operating_revenue',
    value: 100,
    year: 2026,
    declaredAt: EARLIER,
    withdrawnAt: null,
    ...overrides,
  };
}

describe('withDeclared', () => {
  const declared = { id: 'd2', fact: 'operating_revenue', value: 200, year: 2026 } as const;
  const added = { ...declared, declaredAt: NOW, withdrawnAt: null };

  it('withdraws the earlier declaration of the same fact and year', () => {
    expect(withDeclared([buildFact()], declared, NOW)).toEqual([
      buildFact({ withdrawnAt: NOW }),
      added,
    ]);
  });

  it('leaves other facts, other years and withdrawn facts unchanged', () => {
    const others = [
      buildFact({ fact: 'paid_in_capital' }),
      buildFact({ year: 2025 }),
      buildFact({ withdrawnAt: EARLIER }),
    ];
    expect(withDeclared(others, declared, NOW)).toEqual([...others, added]);
  });
});

describe('withoutOldest', () => {
  const listOf = (count: number, overrides: Partial<DeclaredFact> = {}) =>
    Array.from({ length: count }, (_, index) => buildFact({ id: `f${index}`, ...overrides }));
  const gone = { withdrawnAt: EARLIER };
  const holds = buildFact({ id: 'holds' });

  it('moves nothing while the facts fit', () => {
    const facts = [...listOf(MAX_FACTS - 1, gone), holds];
    expect(withoutOldest(facts)).toEqual({ kept: facts, moved: [] });
  });

  it('moves the oldest withdrawn ones, a hundred at once, and none that holds', () => {
    const facts = [holds, ...listOf(MAX_FACTS, gone)];
    const { kept, moved } = withoutOldest(facts);
    expect(moved.map(({ id }) => id)).toEqual(listOf(100).map(({ id }) => id));
    expect(kept).toEqual([holds, ...facts.slice(101)]);
    expect(kept.length).toBeGreaterThanOrEqual(MIN_FACTS_WITH_PAGES);
    expect(MIN_FACTS_WITH_PAGES).toBe(100);
  });

  it('moves none where all hold, and the one that is withdrawn then makes room', () => {
    const full = listOf(MAX_FACTS + 1);
    expect(withoutOldest(full)).toEqual({ kept: full, moved: [] });
    const withOneLess = withWithdrawn(full, 'f3', NOW) ?? [];
    expect(withoutOldest(withOneLess).moved.map(({ id }) => id)).toEqual(['f3']);
  });

  it.each<AwardSubject>(['host', 'shop'])(
    'never has too many that hold of a %s by the schemes in force, until 2036',
    (subject) => {
      const sets = RULE_SETS_IN_FORCE as readonly {
        facts: readonly { fact: FactKey; subject: string; perYear: boolean }[];
      }[];
      const asked = sets.flatMap(({ facts }) => facts).filter((rule) => rule.subject === subject);
      const keys = (isPerYear: boolean): number =>
        new Set(asked.filter(({ perYear }) => perYear === isPerYear).map(({ fact }) => fact)).size;
      expect(keys(true)).toBeGreaterThan(0);
      expect(keys(false) + keys(true) * (2036 - FIRST_YEAR + 1)).toBeLessThan(MAX_FACTS);
    },
  );
});

describe('withWithdrawn', () => {
  it('dates the withdrawal and leaves the other facts', () => {
    const other = buildFact({ id: 'd3' });
    expect(withWithdrawn([buildFact(), other], 'd1', NOW)).toEqual([
      buildFact({ withdrawnAt: NOW }),
      other,
    ]);
  });

  it('keeps the first date of a fact that is withdrawn twice', () => {
    const withdrawn = buildFact({ withdrawnAt: EARLIER });
    expect(withWithdrawn([withdrawn], 'd1', NOW)).toEqual([withdrawn]);
  });

  it('is null without such a fact', () => {
    expect(withWithdrawn([buildFact()], 'd9', NOW)).toBeNull();
  });
});
