import { hostNamesOf } from '../../domain/live-session/hosts';
import { overAt, publicPhaseAt } from '../../domain/live-session/public-phase';
import { sessionCard, type ShareCard } from '../../domain/share-card';
import { shownText } from '../../domain/words/shown';
import { useLang } from '../../i18n';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import type { HomeShop, HomeTask } from './load-home';

/** The card of the most urgent session; null where it is over or its store is not public. */
export function useTaskCard(shop: HomeShop | null, task: HomeTask | null): ShareCard | null {
  const { ui } = useStores();
  const lang = useLang();
  if (!shop?.isPublished || task === null || task.kind === 'to_record') return null;
  const { session } = task;
  const path = PATHS.publicSession.url({ id: session.id });
  return sessionCard(
    {
      ...session,
      title: shownText(session, 'title', session.title),
      hostNames: hostNamesOf(session),
      shopName: shownText(shop, 'name', shop.name),
      isShopVerified: shop.verification.state === 'verified',
      phase: publicPhaseAt(session, ui.now),
      overAt: overAt(session),
      pausedAt: null,
      isAiPresenter: false,
    },
    { path, lang, now: ui.now },
  );
}
