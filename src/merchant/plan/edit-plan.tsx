import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { PageFrame } from '../../components/page-frame';
import type { ApiWarning } from '../../contract/errors';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { stateAt } from '../../domain/live-session/live-session';
import { isRunning } from '../../domain/live-session/public-phase';
import { useReader, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { createEditDraft, editFields } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { DraftNote } from '../shared/draft-note';
import { HostAndAccount } from '../shared/host-and-account';
import { useSeries, useSteps } from '../shared/merchant-stores';
import { useOfflineMessage } from '../shared/shop-page';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import { WordsNote } from '../shared/words-note';
import { MoreForm } from './more-form';
import { OverlapSheet } from './overlap-sheet';
import { PlanForm } from './plan-form';
import { ScopeSheet } from './scope-sheet';

/** Props of {@link EditPlan}. */
export interface EditPlanProps {
  shop: OwnShop;
  session: LiveSession;
}

/**
 * Changes a planned session, on air its title and goods. Another person's change in between is shown;
 * typed changes stay.
 */
export const EditPlan = observer(function EditPlan({ shop, session }: EditPlanProps) {
  const { ui, shops, liveSessions } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantSession.plan;
  const submit = useSubmit();
  const steps = useSteps();
  const series = useSeries();
  const offlineMessage = useOfflineMessage(null);
  const [isStale, setStale] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [warned, setWarned] = useState<readonly ApiWarning[]>([]);
  const draft = useDraft((device) => createEditDraft(device, liveSessions, session));
  const { seriesId } = session;
  useEffect(() => {
    if (seriesId !== null) void series.load(seriesId);
  }, [series, seriesId]);
  const state = stateAt(session, ui.now);
  const isOnAir = isRunning({ state });
  const { following, rest } = series.inSeries(session);
  const handleSubmit = async () => {
    setStale(false);
    setAsking(false);
    const result = await submit(draft, ({ session: saved, changed, left }, _words, warnings) => {
      draft.restart(editFields(saved));
      if (warnings.length > 0) return setWarned(warnings);
      if (changed > 1 || left > 0) ui.toast(words.editedMany(changed, left));
      else steps.offerBack(saved);
      ui.back();
    });
    const latest = liveSessions.session(session.id).value;
    if (result.ok || result.error.code !== 'stale_version' || !latest) return;
    draft.rebase(editFields(latest));
    setStale(true);
  };
  const isMoved = draft.fields.startAt !== session.startAt || draft.fields.endAt !== session.endAt;
  return (
    <PageFrame
      offlineMessage={offlineMessage}
      footer={
        <Button
          kind="primary"
          isBusy={draft.isBusy}
          isDisabled={!draft.isDirty}
          onTap={() => (following.length > 0 ? setAsking(true) : void handleSubmit())}
        >
          {words.save}
        </Button>
      }
    >
      {isStale && <View className="plan__stale">{words.stale}</View>}
      <DraftNote draft={draft} at="top" />
      <WordsNote waiting={session.waiting} />
      {isOnAir ? (
        <PlanForm draft={draft} />
      ) : (
        <>
          <PlanForm
            draft={draft}
            onMove={(times) => draft.set(times)}
            {...(isMoved
              ? { before: words.before(wordInstant(session.startAt, ui.now, reader)) }
              : {})}
          />
          <HostAndAccount draft={draft} hosts={shops.hosts(shop.id)} accounts={shop.accounts} />
        </>
      )}
      <MoreForm draft={draft} isOnAir={isOnAir} />
      <DraftNote draft={draft} at="foot" />
      <ScopeSheet
        isOpen={isAsking}
        draft={draft}
        session={session}
        following={following}
        rest={rest}
        onSave={() => void handleSubmit()}
        onClose={() => setAsking(false)}
      />
      <OverlapSheet warnings={warned} onKeep={() => ui.back()} onChange={() => setWarned([])} />
    </PageFrame>
  );
});
