import { describe, expect, it } from 'vitest';

import { withDeclared, withWithdrawn } from './declarations';
import type { DeclaredFact } from './facts';

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
