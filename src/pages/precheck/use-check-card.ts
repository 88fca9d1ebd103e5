import { useShareAppMessage } from '@tarojs/taro';
import { useEffect } from 'react';

import { checkCard, type CheckCardScheme } from '../../domain/share-card/check-card';
import { useLang } from '../../i18n';
import { sharedMessage, usePreparedCard } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';

/**
 * The card of the check: of one scheme, or of the check itself. WeChat takes a picture of the screen
 * where a card has none, and figures stand on it; so the menu offers sharing only with a drawn card.
 * Call it inside an observer.
 * @returns whether the card can be shared, and what posts it where a share button cannot (H5)
 */
export function useCheckCard(scheme: CheckCardScheme | null): {
  isReady: boolean;
  post: () => void;
} {
  const { share } = useStores();
  const lang = useLang();
  const path = PATHS.precheck.url({ scheme: scheme?.ruleSetId ?? null });
  usePreparedCard(checkCard(scheme, { path, lang }));
  const drawn = share.card(path);
  const isReady = drawn !== null && drawn.picture !== null;
  useEffect(() => share.offer(isReady), [share, isReady]);
  useShareAppMessage(() => sharedMessage(drawn));
  return { isReady, post: () => void (share.canPost && share.post(path)) };
}
