import { type OddFinding, type Oddity, unconfirmed } from '../domain/sales/oddities';
import type { ApiError } from './errors';
import { Failure } from './failure';

/**
 * Refuses an amount that looks like a slip until it is confirmed. Nothing is stored, so the same
 * input with the confirmation is another write, with a key of its own.
 * @throws Failure `odd_amount` with every finding that is not confirmed.
 */
export function refuseIfOdd(
  findings: readonly OddFinding[],
  confirmed: readonly Oddity[] | undefined,
): void {
  const asked = unconfirmed(findings, confirmed);
  if (asked.length === 0) return;
  const info: Record<string, string | number | boolean> = {};
  for (const { oddity, ...facts } of asked) Object.assign(info, { [oddity]: true }, facts);
  throw new Failure('odd_amount', { info });
}

/** What an `odd_amount` asks about, in the order of asking; empty for any other error. */
export function findingsOf({ code, info = {} }: Pick<ApiError, 'code' | 'info'>): OddFinding[] {
  if (code !== 'odd_amount') return [];
  const number = (name: string): number => Number(info[name] ?? 0);
  const text = (name: string): string => String(info[name] ?? '');
  const all: OddFinding[] = [
    {
      oddity: 'far_above_usual',
      usualFen: number('usualFen'),
      sessionCount: number('sessionCount'),
    },
    { oddity: 'same_amount_again', recordedAt: text('recordedAt') },
    {
      oddity: 'refunds_above_paid',
      paidFen: number('paidFen'),
      refundedFen: number('refundedFen'),
    },
    { oddity: 'backfilled_twice', title: text('title') },
  ];
  return all.filter(({ oddity }) => info[oddity] === true);
}
