import { observer } from 'mobx-react-lite';

import { countsAsOnAir } from '../../domain/live-session/public-phase';
import { sessionCard } from '../../domain/share-card';
import { usePublicText } from '../../i18n/public';
import type { SessionPage } from '../../stores';
import { useStores } from '../../stores-context';
import { PublicActions } from '../shared/public-actions';
import { PublicPage } from '../shared/public-page';
import { usePublicPage } from '../shared/use-public-page';
import { SessionContent } from './session-content';
import './index.css';

/** The account on WeChat Channels on which a session is on air; null for every other one. */
function channelOnAir({ session, finderUserName }: SessionPage, now: string) {
  const { accountName } = session;
  if (finderUserName === null || accountName === null || !countsAsOnAir(session, now)) return null;
  return { finderUserName, accountName };
}

/** A session's public page: one call, no login, no money. */
export default observer(function LiveSessionPage() {
  const { ui, discover } = useStores();
  const publicPages = usePublicText();
  const page = usePublicPage('publicSession', {
    title: publicPages.sessionTitle,
    reading: (id) => discover.sessionPage(id),
    load: (id) => discover.loadSession(id),
    card: ({ session }, context) => sessionCard(session, context),
  });
  return (
    <PublicPage
      page={page}
      notFound={publicPages.notFoundSession}
      actions={(found) => (
        <PublicActions
          shopId={found.shop.id}
          pageId={found.session.id}
          isFollowing={found.isFollowing}
          watch={ui.channelsJump === 'off' ? null : channelOnAir(found, ui.now)}
          onShare={page.onShare}
        />
      )}
    >
      {(found) => <SessionContent page={found} />}
    </PublicPage>
  );
});
