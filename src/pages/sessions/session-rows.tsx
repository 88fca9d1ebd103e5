import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { LiveSessionRow } from '../../components/live-session-row';
import { SessionFigureSheet } from '../../components/live-session-row/figure-sheet';
import { WindowedRows } from '../../components/windowed-rows';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { ROWS_ID, useFirstRow } from './use-first-row';

/** The rows of a list: only those around the view are drawn, and each follows its own session. */
export const SessionRows = observer(function SessionRows({ ids }: { ids: readonly string[] }) {
  const { ui, liveSessions } = useStores();
  const firstRow = useFirstRow(ids.length);
  const [explained, explain] = useState<string | null>(null);
  const session = explained === null ? null : liveSessions.row(explained);
  return (
    <>
      <WindowedRows
        id={ROWS_ID}
        rowIds={ids}
        firstRow={firstRow}
        renderRow={(id, isGone) => <SessionRow id={id} isGone={isGone} onFigure={explain} />}
      />
      {session && (
        <SessionFigureSheet session={session} now={ui.now} onClose={() => explain(null)} />
      )}
    </>
  );
});

const SessionRow = observer(function SessionRow(props: {
  id: string;
  isGone: boolean;
  onFigure: (id: string) => void;
}) {
  const { id, isGone, onFigure } = props;
  const { ui, liveSessions } = useStores();
  return (
    <LiveSessionRow
      session={isGone ? null : liveSessions.row(id)}
      now={ui.now}
      onTap={() => ui.open(PATHS.session.url({ id }))}
      onFigure={() => onFigure(id)}
    />
  );
});
