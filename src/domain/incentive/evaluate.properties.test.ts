import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recountYear, type RevisedEntry, yearSums } from '../sales';
import { anyLedger, buildRevised } from '../sales/entries.fixture';
import { evaluate } from './evaluate';
import { award, buildInput, reading, stated } from './evaluate.fixture';
import type { Answer } from './progress';
import { SHARED_FACTS } from './facts';

const RANK: Readonly<Record<Answer, number>> = { not_met: 0, cannot_tell: 1, met: 2 };
function ranks(ledger: readonly RevisedEntry[], followers = [reading()]) {
  return award('HD-ANCHOR', { sums: yearSums(recountYear(ledger)), followers }).tiers.map(
    (tier) => RANK[tier.byFigures],
  );
}

/** Amounts large enough to skip tiers. */
const amount = fc.nat({ max: 10 ** 10 });
/** A known paid figure in the scope that is then changed. */
const KNOWN = { id: 'known', accountId: 'account-1' };
const known = buildRevised(KNOWN);

const anyReading = fc.record({
  accountId: fc.string(),
  platform: fc.constantFrom('douyin' as const, 'other' as const, 'jd' as const),
  count: fc.option(fc.nat({ max: 10 ** 6 })),
  readOn: fc.constantFrom(null, '2025-12-31', '2026-06-01'),
});
const anyFact = fc
  .record({
    fact: fc.constantFrom(...SHARED_FACTS),
    value: fc.oneof(fc.boolean(), fc.maxSafeNat()),
    id: fc.uuid(),
    year: fc.constantFrom(null, 2025, 2026),
    declaredAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
    withdrawnAt: fc.constantFrom(null, '2026-03-01T00:00:00.000Z'),
  })
  .map((fact) => stated(fact.fact, fact.value, fact));

describe('for any ledger', () => {
  it('a payment never lowers a tier, and a refund never raises one', () => {
    fc.assert(
      fc.property(anyLedger, amount, (ledger, amountFen) => {
        const before = ranks([...ledger, known]);
        const more = { ...KNOWN, id: 'more', amountFen };
        const paid = ranks([...ledger, known, buildRevised(more)]);
        const refund = buildRevised({ ...more, kind: 'refunded' });
        const refunded = ranks([...ledger, known, refund]);
        before.forEach((rank, tier) => {
          expect(paid[tier]).toBeGreaterThanOrEqual(rank);
          expect(refunded[tier]).toBeLessThanOrEqual(rank);
        });
      }),
    );
  });

  it('a tier is never better than the one below it, and reached ≤ at most', () => {
    fc.assert(
      fc.property(anyLedger, fc.array(anyReading), (ledger, followers) => {
        const tiers = ranks(ledger, followers);
        expect(tiers).toEqual([...tiers].sort((a, b) => b - a));
      }),
    );
  });
});

describe('for any input', () => {
  const input = fc.record({
    sums: anyLedger.map((ledger) => yearSums(recountYear(ledger))),
    followers: fc.array(anyReading),
    facts: fc.array(anyFact),
    lineOfBusiness: fc.constantFrom('streamer' as const, 'mcn' as const),
    subject: fc.constantFrom({ kind: 'host' as const }, { kind: 'shop' as const }),
  });

  it('the order of readings and facts does not matter', () => {
    fc.assert(
      fc.property(input, (parts) => {
        const turned = {
          ...parts,
          followers: [...parts.followers].reverse(),
          facts: [...parts.facts].reverse(),
        };
        expect(evaluate(buildInput(turned))).toEqual(evaluate(buildInput(parts)));
      }),
    );
  });

  it('the answer survives JSON, and has a gap exactly when a condition is not met', () => {
    fc.assert(
      fc.property(input, (parts) => {
        const progress = evaluate(buildInput(parts));
        expect(JSON.parse(JSON.stringify(progress))).toEqual(progress);
        for (const answer of progress.awards.flatMap((item) => item.tiers)) {
          for (const { gap, low, answer: given } of answer.conditions) {
            expect(gap === 0).toBe(given === 'met');
            expect(gap === null).toBe(low === null);
          }
        }
      }),
    );
  });
});
