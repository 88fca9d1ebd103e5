import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { Button } from '../../components/button';
import type { LiveSession } from '../../contract/live-session';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useSeries } from '../shared/merchant-stores';

/** Steps that are taken in many sessions of a series at once. */
const STEPS_OF_SERIES: readonly string[] = ['schedule', 'edit', 'reschedule'];

/** Takes the last step back in all sessions of the series that took it, while it can be. */
export const UndoSeries = observer(function UndoSeries({ session }: { session: LiveSession }) {
  const { ui, liveSessions } = useStores();
  const series = useSeries();
  const t = useMerchantText();
  const words = t.merchantSession.session;
  const { seriesId, undoable } = session;
  useEffect(() => {
    if (seriesId !== null) void series.load(seriesId);
  }, [series, seriesId]);
  const isUndoable =
    undoable !== null && ui.now <= undoable.until && STEPS_OF_SERIES.includes(undoable.step);
  if (!isUndoable || series.inSeries(session).rest === 0) return null;
  const handleUndo = async (): Promise<void> => {
    const result = await liveSessions.undoSeries(session);
    if (!result.ok) return ui.toast(wordError(result.error, t));
    const { undone, left } = result.data;
    ui.toast(words.undoneSeries(undone, left));
    if (result.data.session === null) ui.back();
  };
  return (
    <Button
      kind="quiet"
      size="small"
      isBusy={liveSessions.isBusy(session.id)}
      onTap={() => void handleUndo()}
    >
      {words.undoSeries}
    </Button>
  );
});
