import { useDidHide, useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { ShareCanvas } from '../../components/share-canvas';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { hostNamesOf } from '../../domain/live-session/hosts';
import { overAt, pausedSince, publicPhaseAt } from '../../domain/live-session/public-phase';
import { shownText } from '../../domain/words/shown';
import { sessionCard } from '../../domain/share-card';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { linkTo, PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { AudienceRow } from '../shared/audience-row';

/** Props of {@link ShareCardRow}. */
export interface ShareCardRowProps {
  shop: OwnShop;
  session: LiveSession;
}

/** Whether a card of the store's sessions can be opened. */
export function canShare({ isPublished, suspension }: OwnShop): boolean {
  return isPublished && suspension === null;
}

/** Shares the card that {@link ShareCardRow} keeps ready. */
export const ShareButton = observer(function ShareButton(props: { session: { id: string } }) {
  const { ui, share } = useStores();
  const words = useMerchantText().merchantSession.session;
  const path = linkTo('publicSession', props.session.id, 'card');
  if (!share.canPost) return <Button openType="share">{words.share}</Button>;
  const handlePost = () => ui.toast(share.post(path) ? words.sharePosted : words.shareNotReady);
  return <Button onTap={handlePost}>{words.share}</Button>;
});

/** Keeps the card ready and leads to the public page; only a public store's card can be opened. */
export const ShareCardRow = observer(function ShareCardRow({ shop, session }: ShareCardRowProps) {
  const { ui, share } = useStores();
  const lang = useLang();
  const words = useMerchantText().merchantSession.session;
  const phase = publicPhaseAt(session, ui.now);
  const isPublished = canShare(shop);
  const path = linkTo('publicSession', session.id, 'card');
  const prepare = () => {
    if (!isPublished) return;
    const isShopVerified = shop.verification.state === 'verified';
    const plan = sessionCard(
      {
        ...session,
        title: shownText(session, 'title', session.title),
        hostNames: hostNamesOf(session),
        shopName: shownText(shop, 'name', shop.name),
        isShopVerified,
        phase,
        overAt: overAt(session),
        pausedAt: pausedSince(session),
      },
      { path, lang, now: ui.now },
    );
    void share.prepare(plan);
  };
  useDidShow(prepare);
  useDidHide(() => share.leave(path));
  useEffect(() => {
    prepare();
    // The card changes with the session, the store and the phase, not with every tick of the clock.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, shop, phase, lang, share, isPublished]);
  useEffect(() => () => share.leave(path), [share, path]);
  if (!isPublished) {
    return (
      <Card>
        <Row
          title={shop.suspension === null ? words.shareGoPublish : words.shareSeeWhy}
          note={shop.suspension === null ? words.shareUnpublished : words.shareSuspended}
          onTap={() => ui.open(PATHS.editShop.url({ shopId: shop.id }))}
        />
      </Card>
    );
  }
  return (
    <Card>
      <ShareCanvas id={share.canvasId} />
      <Row
        title={words.publicPage}
        onTap={() => ui.open(PATHS.publicSession.url({ id: session.id }))}
      />
      <AudienceRow page={{ shopId: shop.id, sessionId: session.id }} />
    </Card>
  );
});
