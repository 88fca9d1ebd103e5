import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import { useReader, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Shown before the rest is asked for. */
const FIRST_SHOWN = 3;

/** Every change with who made it and when, latest first. */
export const History = observer(function History({ session }: { session: LiveSession }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantSession.session;
  const [isAll, setAll] = useState(false);
  const events = [...session.history].reverse();
  const shown = isAll ? events : events.slice(0, FIRST_SHOWN);
  return (
    <Card title={words.history}>
      {shown.map(({ step, at, by, of: undone, reason }, index) => (
        // Events have no id; the list only ever grows at its end.
        <Row
          key={events.length - index}
          title={undone === null ? words.event[step] : words.undone(words.event[undone])}
          note={[wordInstant(at, ui.now, reader), reason].filter(Boolean).join(' · ')}
          value={words.by[by]}
        />
      ))}
      {shown.length < events.length && (
        <Row title={t.common.action.more} onTap={() => setAll(true)} />
      )}
    </Card>
  );
});
