import { observer } from 'mobx-react-lite';

import { sessionCard } from '../../domain/share-card';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { PublicPage } from '../shared/public-page';
import { usePublicPage } from '../shared/use-public-page';
import { SessionContent } from './session-content';
import './index.css';

/** A session's public page: one call, no login, no money. */
export default observer(function LiveSessionPage() {
  const { discover } = useStores();
  const { publicPages } = useText();
  const page = usePublicPage(PATHS.publicSession, {
    title: publicPages.sessionTitle,
    reading: (id) => discover.sessionPage(id),
    load: (id) => discover.loadSession(id),
    card: ({ session }, context) => sessionCard(session, context),
  });
  return (
    <PublicPage page={page} notFound={publicPages.notFoundSession}>
      {(found) => <SessionContent page={found} onShare={page.onShare} />}
    </PublicPage>
  );
});
