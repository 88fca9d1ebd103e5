import type { StepOddity } from '../domain/live-session/oddities';
import { Failure } from './failure';

/**
 * Refuses a step that looks like a wrong tap until it is confirmed. Nothing is stored, so the same
 * step with the confirmation is another write, with a key of its own.
 * @throws Failure `odd_step` with every oddity that is not confirmed.
 */
export function refuseIfOddStep(
  oddities: readonly StepOddity[],
  confirmed: readonly StepOddity[] | undefined,
): void {
  const asked = oddities.filter((oddity) => !(confirmed ?? []).includes(oddity));
  if (asked.length === 0) return;
  throw new Failure('odd_step', { info: Object.fromEntries(asked.map((name) => [name, true])) });
}
