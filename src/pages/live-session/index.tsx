import Taro, {
  useDidShow,
  usePullDownRefresh,
  useShareAppMessage,
  useShareTimeline,
} from '@tarojs/taro';
import { observer } from 'mobx-react-lite';

import { sessionCard } from '../../domain/share-card';
import { useLang, useText } from '../../i18n';
import { sharedMessage, usePageQuery, usePageTitle, usePreparedCard } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { PublicPage } from '../shared/public-page';
import { SessionContent } from './session-content';
import './index.css';

/** A session's public page: one call, no login, no money. */
export default observer(function LiveSessionPage() {
  const { ui, discover, share } = useStores();
  const { publicPages } = useText();
  const lang = useLang();
  const id = usePageQuery(PATHS.publicSession).id ?? '';
  const read = id === '' ? null : discover.sessionPage(id);
  const page = read?.value ?? null;
  const load = async (): Promise<void> => {
    ui.tick();
    if (id !== '') await discover.loadSession(id);
  };
  const path = PATHS.publicSession.url({ id });
  const card = page && sessionCard(page.session, { path, lang, now: ui.now });
  usePageTitle(publicPages.sessionTitle);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));
  usePreparedCard(card);
  useShareAppMessage(() => sharedMessage(share.card(path) ?? (card && { ...card, picture: null })));
  useShareTimeline(() => ({ title: card?.title ?? publicPages.sessionTitle, query: `id=${id}` }));
  return (
    <PublicPage read={read} notFound={publicPages.notFoundSession} onRetry={() => void load()}>
      {(found) => <SessionContent page={found} onShare={() => share.canPost && share.post(path)} />}
    </PublicPage>
  );
});
