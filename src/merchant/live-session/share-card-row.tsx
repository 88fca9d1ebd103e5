import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { ShareCanvas } from '../../components/share-canvas';
import type { LiveSession } from '../../contract/live-session';
import type { OwnShop } from '../../contract/shop';
import { ownSessionCard } from '../../domain/share-card';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { usePreparedCard } from '../../page-hooks';
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
  const isPublished = canShare(shop);
  const path = linkTo('publicSession', session.id, 'card');
  usePreparedCard(isPublished ? ownSessionCard(shop, session, { path, lang, now: ui.now }) : null);
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
