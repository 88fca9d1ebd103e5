import { type OddFinding, type Oddity, unconfirmed } from '../domain/sales/oddities';
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
