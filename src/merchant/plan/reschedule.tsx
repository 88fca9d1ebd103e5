import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { Row } from '../../components/row';
import type { LiveSession } from '../../contract/live-session';
import { chinaDayOf, lastDayAhead } from '../../domain/time';
import { useReader, wordInstant, wordIssue } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { createRescheduleDraft, rescheduleFields } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { DraftNote } from '../shared/draft-note';
import { useOfflineMessage } from '../shared/shop-page';
import { TimeRange } from '../shared/time-range';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import { OverlapSheet } from './overlap-sheet';

/** Moves a planned session. Another person's change in between is shown; the chosen times stay. */
export const Reschedule = observer(function Reschedule({ session }: { session: LiveSession }) {
  const { ui, liveSessions } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantSession.plan;
  const submit = useSubmit();
  const offlineMessage = useOfflineMessage(null);
  const [isStale, setStale] = useState(false);
  const [overlap, setOverlap] = useState<string | null>(null);
  const draft = useDraft((device) => createRescheduleDraft(device, liveSessions, session));
  const handleSubmit = async () => {
    setStale(false);
    const result = await submit(draft, (data, [warning]) => {
      draft.restart(rescheduleFields(data.session));
      if (warning !== undefined) return setOverlap(warning);
      ui.toast(words.moved);
      ui.back();
    });
    const latest = liveSessions.session(session.id).value;
    if (result.ok || result.error.code !== 'stale_version' || !latest) return;
    draft.rebase(rescheduleFields(latest));
    setStale(true);
  };
  return (
    <PageFrame
      offlineMessage={offlineMessage}
      footer={
        <Button
          kind="primary"
          isBusy={draft.isBusy}
          isDisabled={!draft.isDirty}
          onTap={() => void handleSubmit()}
        >
          {words.submitReschedule}
        </Button>
      }
    >
      {isStale && <View className="plan__stale">{words.stale}</View>}
      <DraftNote draft={draft} at="top" />
      <Card>
        <Row
          title={session.title}
          note={words.before(wordInstant(session.startAt, ui.now, reader))}
        />
        <TimeRange
          value={draft.fields}
          onChange={(times) => {
            draft.set(times);
            draft.touch('endAt');
          }}
          startLabel={words.start}
          endLabel={words.end}
          now={ui.now}
          firstDay={chinaDayOf(ui.now)}
          lastDay={lastDayAhead(ui.now)}
          issue={wordIssue(draft.issueAt('startAt') ?? draft.issueAt('endAt'), t)}
        />
      </Card>
      <DraftNote draft={draft} at="foot" />
      <OverlapSheet warning={overlap} onKeep={() => ui.back()} onChange={() => setOverlap(null)} />
    </PageFrame>
  );
});
