import { ownSessionCard } from '../../components/own-session-card';
import type { ShareCard } from '../../domain/share-card';
import { useLang } from '../../i18n';
import { useStores } from '../../stores-context';
import type { HomeShop, HomeTask } from './load-home';

/** The card of the most urgent session; null where it is over or its store is not public. */
export function useTaskCard(shop: HomeShop | null, task: HomeTask | null): ShareCard | null {
  const { ui } = useStores();
  const lang = useLang();
  if (!shop?.isPublished || shop.suspension !== null) return null;
  if (task === null || task.kind === 'to_record') return null;
  return ownSessionCard(shop, task.session, { lang, now: ui.now });
}
