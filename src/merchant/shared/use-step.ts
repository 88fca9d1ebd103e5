import type { StepOddity } from '../../domain/live-session/oddities';
import type { LiveSession } from '../../contract/live-session';
import { wordError } from '../../i18n';
import { wordWarning } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { PlainStep } from '../../stores/step-store';
import { useStores } from '../../stores-context';
import { useSteps } from './merchant-stores';

/**
 * Takes a step; true when it was taken. The page then offers to take it back; an odd step becomes a
 * question, and any other refusal a toast.
 */
export function useStep(session: Pick<LiveSession, 'id'>) {
  const { ui } = useStores();
  const steps = useSteps();
  const t = useMerchantText();
  return async (
    step: PlainStep,
    at: string | null = null,
    confirmed: readonly StepOddity[] = [],
  ): Promise<boolean> => {
    const result = await steps.take(step, session.id, at, confirmed);
    if (result.ok) {
      const [warning] = result.warnings;
      if (warning !== undefined) ui.toast(wordWarning(warning, t));
    } else if (result.error.code !== 'odd_step') ui.toast(wordError(result.error, t));
    return result.ok;
  };
}
