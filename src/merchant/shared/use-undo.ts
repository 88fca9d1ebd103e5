import type { LiveSession } from '../../contract/live-session';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useSteps } from './merchant-stores';

/** Takes the last step of a session back and reports it; a session that is gone leaves its page. */
export function useUndo(session: LiveSession) {
  const { ui } = useStores();
  const steps = useSteps();
  const t = useMerchantText();
  const words = t.merchantSession.undo;
  return async (): Promise<void> => {
    const step = session.undoable?.step;
    const result = await steps.undo(session);
    if (!result.ok) return ui.toast(wordError(result.error, t));
    if (step !== undefined) ui.toast(words.undone(t.merchantSession.session.event[step]));
    if (result.data.session === null) ui.back();
  };
}
