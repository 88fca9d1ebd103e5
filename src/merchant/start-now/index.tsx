import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { useSessionTime } from '../../components/session-words';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import type { LiveSessionRow } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { usualTimes } from '../../domain/live-session/default-times';
import { addMinutes } from '../../domain/time';
import { useReader, wordInstant } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { createStartDraft, type StartDraft, type StartFields } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { onlyId, usualHostId } from '../shared/choices';
import { FormPage } from '../shared/form-page';
import { HostAndAccount } from '../shared/host-and-account';
import { useSteps } from '../shared/merchant-stores';
import { ShopPage } from '../shared/shop-page';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import './index.css';

/** Hours within which a planned session may be the one that is meant. */
const NEAR_HOURS = 3;

/** Starts a session without a plan: as the last one was, with one tap. */
export default observer(function StartNowPage() {
  const { shopId } = usePageQuery(PATHS.startNow);
  usePageTitle(useMerchantText().merchantSession.startNow.title);
  return (
    <ShopPage withHosts needs="session.plan" shopId={shopId}>
      {(shop) => <StartNow key={shop.id} shop={shop} />}
    </ShopPage>
  );
});

/** The form as the store's last session was, as far as it is read. */
function useStartFields(shop: OwnShop): () => StartFields {
  const { shops, liveSessions } = useStores();
  const words = useMerchantText().merchantSession.startNow;
  return () => {
    const ended = liveSessions.list(shop.id, 'ended').items;
    const [last] = ended;
    const hostId = usualHostId(shop, shops.hosts(shop.id));
    return {
      shopId: shop.id,
      title: last?.title ?? words.defaultTitle(shop.name).slice(0, 40),
      hostIds: last?.hosts.map(({ id }) => id) ?? (hostId === null ? [] : [hostId]),
      accountId: last?.accountId ?? onlyId(shop.accounts),
      isAiPresenter: false,
      minutes: usualTimes(ended).minutes,
    };
  };
}

/** A plan that may be the session that is about to start; null where none is near. */
function usePlanned(shopId: string): LiveSessionRow | null {
  const { ui, liveSessions } = useStores();
  const { unconfirmed, next } = liveSessions.todo(shopId, ui.now);
  const isNear = next !== null && next.startAt <= addMinutes(ui.now, NEAR_HOURS * 60);
  return unconfirmed[0] ?? (isNear ? next : null);
}

const StartNow = observer(function StartNow({ shop }: { shop: OwnShop }) {
  const { ui, shops, liveSessions } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const words = t.merchantSession.startNow;
  const submit = useSubmit();
  const steps = useSteps();
  const time = useSessionTime();
  const fieldsNow = useStartFields(shop);
  const planned = usePlanned(shop.id);
  const draft = useDraft((device) => createStartDraft(device, liveSessions, fieldsNow()));
  useEffect(() => {
    const loads = [liveSessions.load(shop.id, 'ended'), liveSessions.loadTodo(shop.id)];
    void Promise.all(loads).then(() => {
      if (draft.isBusy || draft.sent !== null) return;
      draft.rebase({ ...fieldsNow(), confirmed: [] });
    });
    // Once: a session that is read later must not change the title under the thumb.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [draft, liveSessions, shop.id]);
  const handleSubmit = () =>
    void submit(draft, ({ session }, [warning]) => {
      steps.offerBack(session);
      if (warning !== undefined) ui.toast(warning);
      ui.replace(PATHS.session.url({ id: session.id }));
    });
  const { title, minutes } = draft.fields;
  const until = wordInstant(addMinutes(ui.now, Number(minutes)), ui.now, reader);
  return (
    <FormPage
      draft={draft}
      submitLabel={words.go}
      onSubmit={handleSubmit}
      overlay={<AlreadyOnAir draft={draft} onSend={handleSubmit} />}
    >
      {planned !== null && (
        <Card>
          <Row
            title={words.planned(planned.title)}
            note={`${time.span(planned, ui.now)}\n${words.plannedNote}`}
            onTap={() => ui.replace(PATHS.session.url({ id: planned.id }))}
          />
        </Card>
      )}
      <Card>
        <TextField
          label={words.name}
          hint={words.nameNote}
          value={title}
          onChange={(value) => draft.set({ title: value })}
          onBlur={() => draft.touch('title')}
          issue={wordIssue(draft.issueAt('title'), t)}
        />
        <View className="start-now__until">{words.until(until)}</View>
      </Card>
      <HostAndAccount draft={draft} hosts={shops.hosts(shop.id)} accounts={shop.accounts} />
    </FormPage>
  );
});

/** Asks once when one with the same host or account is on air; nothing is stored yet. */
const AlreadyOnAir = observer(function AlreadyOnAir(props: {
  draft: StartDraft;
  onSend: () => void;
}) {
  const { draft, onSend } = props;
  const words = useMerchantText().merchantSession.startNow;
  const handleConfirm = (): void => {
    draft.set({ confirmed: ['already_on_air'] });
    onSend();
  };
  return (
    <Sheet
      isOpen={draft.error?.code === 'odd_step'}
      title={words.askTitle}
      closeAt="foot"
      closeLabel={words.askNo}
      onClose={() => draft.set({})}
    >
      <View className="start-now__why">{words.askText}</View>
      <Button onTap={handleConfirm}>{words.askYes}</Button>
    </Sheet>
  );
});
