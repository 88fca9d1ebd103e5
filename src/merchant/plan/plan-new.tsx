import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import type { OwnShop } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import { createPlanDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { onlyId, usualHostId } from '../shared/choices';
import { FormPage } from '../shared/form-page';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import { MoreForm } from './more-form';
import { OverlapSheet } from './overlap-sheet';
import { PlanForm } from './plan-form';

/** The form for a new session. */
export const PlanNew = observer(function PlanNew({ shop }: { shop: OwnShop }) {
  const { ui, shops, liveSessions } = useStores();
  const t = useMerchantText();
  const words = t.merchantSession.plan;
  const submit = useSubmit();
  const [isMore, setMore] = useState(false);
  const [planned, setPlanned] = useState<{ id: string; warning: string } | null>(null);
  const draft = useDraft((device) =>
    createPlanDraft(device, liveSessions, shop.id, {
      hostId: usualHostId(shop, shops.hosts(shop.id)),
      accountId: onlyId(shop.accounts),
    }),
  );
  const handleSubmit = () =>
    void submit(draft, ({ session }, [warning]) => {
      if (warning !== undefined) return setPlanned({ id: session.id, warning });
      ui.toast(words.done);
      ui.replace(PATHS.session.url({ id: session.id }));
    });
  return (
    <FormPage
      draft={draft}
      submitLabel={words.submit}
      onSubmit={handleSubmit}
      overlay={
        <OverlapSheet
          warning={planned?.warning ?? null}
          onKeep={() => ui.replace(PATHS.session.url({ id: planned?.id ?? '' }))}
          onChange={() =>
            ui.replace(PATHS.plan.url({ shopId: shop.id, sessionId: planned?.id ?? null }))
          }
        />
      }
    >
      <PlanForm draft={draft} hosts={shops.hosts(shop.id)} accounts={shop.accounts} />
      {isMore ? (
        <MoreForm draft={draft} />
      ) : (
        <Card>
          <View className="plan__fold" role="button" onClick={() => setMore(true)}>
            <View>{words.more}</View>
            <View className="plan__fold-arrow" />
          </View>
        </Card>
      )}
    </FormPage>
  );
});
