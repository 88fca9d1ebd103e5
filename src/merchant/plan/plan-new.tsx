import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import type { ApiWarning } from '../../contract/errors';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { usualTimes } from '../../domain/live-session/default-times';
import { seriesDays } from '../../domain/live-session/series';
import { chinaDayOf } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { RootStore } from '../../stores';
import {
  createPlanDraft,
  newPlanFields,
  type PlanStart,
  repeatMoved,
  repeatOf,
} from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { activeHosts, onlyId, usualHostId } from '../shared/choices';
import { FormPage } from '../shared/form-page';
import { HostAndAccount } from '../shared/host-and-account';
import { useSteps } from '../shared/merchant-stores';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import { MoreForm } from './more-form';
import { OverlapSheet } from './overlap-sheet';
import { PlanForm } from './plan-form';
import { RepeatCard } from './repeat-card';

/** Props of {@link PlanNew}. */
export interface PlanNewProps {
  shop: OwnShop;
  /** The session that is to take place again; null for a plan of its own. */
  again: LiveSession | null;
  /** Sessions to begin with; null: one. */
  count?: number | null;
}

/** What the form begins with, as far as the store's sessions are read. */
function startOf(
  { shops, liveSessions }: RootStore,
  { shop, again, count = null }: PlanNewProps,
): PlanStart {
  return {
    hostId: usualHostId(shop, activeHosts(shops.hosts(shop.id))),
    accountId: onlyId(shop.accounts),
    usual: usualTimes(liveSessions.list(shop.id, 'ended').items),
    again,
    count,
  };
}

/** The form for a new session, or for a series. */
export const PlanNew = observer(function PlanNew({
  shop,
  again,
  count: wanted = null,
}: PlanNewProps) {
  const stores = useStores();
  const { ui, shops, liveSessions } = stores;
  const words = useMerchantText().merchantSession.plan;
  const submit = useSubmit();
  const steps = useSteps();
  const [planned, setPlanned] = useState<{ id: string; warnings: readonly ApiWarning[] } | null>(
    null,
  );
  const draft = useDraft((device) =>
    createPlanDraft(device, liveSessions, shop.id, startOf(stores, { shop, again, count: wanted })),
  );
  useEffect(() => {
    // The usual times show once the last sessions are read; typed fields stay.
    void liveSessions.load(shop.id, 'ended').then(() => {
      if (draft.isBusy || draft.sent !== null) return;
      draft.rebase(newPlanFields(shop.id, startOf(stores, { shop, again, count: wanted }), ui.now));
    });
  }, [again, draft, liveSessions, shop, stores, ui, wanted]);
  const handleSubmit = () =>
    void submit(draft, ({ session, planned: count }, _words, warnings) => {
      if (warnings.length > 0) return setPlanned({ id: session.id, warnings });
      // The bar that offers to take it back says what was done; a series is taken back on its page.
      if (count === 1) steps.offerBack(session);
      else ui.toast(words.doneMany(count));
      ui.replace(PATHS.session.url({ id: session.id }));
    });
  const repeat = repeatOf(draft.fields.repeat);
  const count = repeat === null ? 1 : seriesDays(chinaDayOf(draft.fields.startAt), repeat).length;
  return (
    <FormPage
      draft={draft}
      submitLabel={repeat === null ? words.submit : words.submitMany(count)}
      onSubmit={handleSubmit}
      overlay={
        <OverlapSheet
          warnings={planned?.warnings ?? []}
          onKeep={() => ui.replace(PATHS.session.url({ id: planned?.id ?? '' }))}
          onChange={() =>
            ui.replace(PATHS.plan.url({ shopId: shop.id, sessionId: planned?.id ?? null }))
          }
        />
      }
    >
      <PlanForm
        draft={draft}
        onMove={(times) =>
          draft.set({ ...times, repeat: repeatMoved(draft.fields.repeat, draft.fields, times) })
        }
      />
      <RepeatCard draft={draft} />
      <HostAndAccount draft={draft} hosts={shops.hosts(shop.id)} accounts={shop.accounts} />
      <MoreForm draft={draft} isOnAir={false} />
    </FormPage>
  );
});
