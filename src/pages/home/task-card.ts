import { ownSessionCard, type ShareCard } from '../../domain/share-card';
import { useLang } from '../../i18n';
import { linkTo } from '../../paths';
import { useStores } from '../../stores-context';
import type { HomeShop, HomeTask } from './load-home';

/** The card of the most urgent session; null where it is over or its store is not public. */
export function useTaskCard(shop: HomeShop | null, task: HomeTask | null): ShareCard | null {
  const { ui } = useStores();
  const lang = useLang();
  if (!shop?.isPublished || shop.suspension !== null) return null;
  if (task === null || task.kind === 'to_record') return null;
  const path = linkTo('publicSession', task.session.id, 'card');
  return ownSessionCard(shop, task.session, { path, lang, now: ui.now });
}
