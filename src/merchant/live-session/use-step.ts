import type { LiveSession } from '../../contract/live-session';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Steps that need no more than a tap. */
export type PlainStep = 'goLive' | 'pause' | 'resume' | 'end' | 'cancel';

/** Takes a step and says what came of it; true when it was taken. */
export function useStep(session: LiveSession) {
  const { ui, liveSessions } = useStores();
  const t = useMerchantText();
  return async (step: PlainStep, at: string | null = null): Promise<boolean> => {
    const result =
      step === 'goLive' || step === 'end'
        ? await liveSessions[step](session.id, at)
        : await liveSessions[step](session.id);
    ui.toast(result.ok ? t.merchantSession.session.stepDone[step] : wordError(result.error, t));
    return result.ok;
  };
}
