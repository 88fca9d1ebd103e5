import { useShareAppMessage } from '@tarojs/taro';

import { checkCard, type CheckCardScheme } from '../../domain/share-card/check-card';
import { useLang } from '../../i18n';
import { sharedMessage, usePreparedCard } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

/**
 * The card of the check: of one scheme, or of the check itself. Call it inside an observer.
 * @returns what posts it where a share button cannot (H5)
 */
export function useCheckCard(scheme: CheckCardScheme | null): () => void {
  const { share } = useStores();
  const lang = useLang();
  const path = PATHS.precheck.url({ scheme: scheme?.ruleSetId ?? null });
  const card = checkCard(scheme, { path, lang });
  usePreparedCard(card);
  useShareAppMessage(() => sharedMessage(share.card(path) ?? { ...card, picture: null }));
  return () => void (share.canPost && share.post(path));
}
