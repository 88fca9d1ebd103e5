import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { useReader, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';

/** Which piece of an evening an amount is of: the first one unless another is chosen. */
export const PieceField = observer(function PieceField({ draft }: { draft: SalesDraft }) {
  const { ui, liveSessions } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantSession.evening;
  const { target } = draft.fields;
  const sessionId = target.of === 'session' ? target.sessionId : '';
  const [eveningId, setEveningId] = useState(sessionId);
  const row = sessionId === '' ? null : liveSessions.known(sessionId);
  const pieces = liveSessions.session(eveningId).value?.pieces ?? [];
  const isPiece = pieces.some(({ id }) => id === sessionId);
  // A piece that the form was opened with names its evening; any other session is one by itself.
  const asked = row?.parentId ?? sessionId;
  useEffect(() => {
    if (!isPiece) setEveningId(asked);
  }, [isPiece, asked]);
  const isUnread = (row?.pieceCount ?? 1) > 1 || (row?.parentId ?? null) !== null;
  useEffect(() => {
    if (isUnread && pieces.length === 0) void liveSessions.loadSession(eveningId);
  }, [liveSessions, isUnread, pieces.length, eveningId]);
  if (!isPiece) return null;
  return (
    <Card>
      <ChoiceField
        label={words.recordOn}
        options={pieces.map(({ id, startedAt }) => ({
          value: id,
          label: words.onPiece(wordInstant(startedAt, ui.now, reader)),
        }))}
        value={sessionId}
        onChange={(id) => draft.set({ target: { sessionId: id } })}
      />
    </Card>
  );
});
