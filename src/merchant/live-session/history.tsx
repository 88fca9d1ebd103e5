import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import { useReader, wordError, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { useSteps } from '../shared/merchant-stores';

/** Shown before the rest is asked for. */
const FIRST_SHOWN = 3;

/** Every change with who made it and when, latest first. */
export const History = observer(function History({ session }: { session: LiveSession }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantSession.session;
  const [isAll, setAll] = useState(false);
  const steps = useSteps();
  const older = steps.olderChanges(session);
  const events = [...[...session.history].reverse(), ...older.items];
  const shown = isAll ? events : events.slice(0, FIRST_SHOWN);
  const isWhole = session.historyPages === 0 || older.isComplete;
  const handleMore = async () => {
    if (!isAll) return setAll(true);
    await steps.loadOlder(session);
    const { error } = steps.olderChanges(session);
    if (error !== null) ui.toast(wordError(error, t));
  };
  return (
    <Card title={words.history}>
      {shown.map(({ step, at, by, of: undone, reason }, index) => (
        // Events have no id; nothing comes between the earlier ones.
        <Row
          key={index - session.history.length}
          title={undone === null ? words.event[step] : words.undone(words.event[undone])}
          note={[wordInstant(at, ui.now, reader), reason].filter(Boolean).join(' · ')}
          value={words.by[by]}
        />
      ))}
      {(shown.length < events.length || !isWhole) && (
        <Row title={t.common.action.more} onTap={() => void handleMore()} />
      )}
    </Card>
  );
});
