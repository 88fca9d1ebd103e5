import Taro, {
  useDidShow,
  usePullDownRefresh,
  useShareAppMessage,
  useShareTimeline,
} from '@tarojs/taro';
import { useEffect } from 'react';

import { sourceOf } from '../../domain/audience/audience';
import type { CardContext, ShareCard } from '../../domain/share-card';
import { useLang } from '../../i18n';
import {
  NEUTRAL_PICTURE,
  sharedMessage,
  usePageQuery,
  usePageTitle,
  usePreparedCard,
} from '../../page-hooks';
import { linkTo, PATHS } from '../../paths';
import type { Loadable } from '../../stores';
import { useStores } from '../../stores-context';

/** What a public page shows, and its card. */
export interface PublicPageSource<Value> {
  /** The title of the bar, and of the page in Moments until it was read. */
  title: string;
  reading: (id: string) => Loadable<Value>;
  load: (id: string) => Promise<void>;
  card: (value: Value, context: CardContext) => ShareCard;
}

/** A public page as `PublicPage` draws it. */
export interface PublicPageState<Value> {
  /** null when the link carries no id. */
  reading: Loadable<Value> | null;
  onRetry: () => void;
  /** Posts the card where a share button cannot (H5). */
  onShare: () => void;
}

/**
 * A page that anyone may open from a link, by one id: reads it when it is shown or pulled down, and
 * shares it as a card and in Moments, and counts that it was opened. Call it inside an observer.
 */
export function usePublicPage<Value>(
  name: 'shop' | 'publicSession',
  source: PublicPageSource<Value>,
): PublicPageState<Value> {
  const { ui, share, discover } = useStores();
  const lang = useLang();
  const { id: asked, from } = usePageQuery(PATHS[name]);
  const id = asked ?? '';
  const path = linkTo(name, id, 'card');
  const reading = id === '' ? null : source.reading(id);
  const value = reading?.value ?? null;
  const card = value && source.card(value, { path, lang, now: ui.now });
  const load = async (): Promise<void> => {
    ui.tick();
    if (id !== '') await source.load(id);
  };
  const isFound = value !== null;
  useEffect(() => {
    // After the screen has it: counting must not delay what is to be seen.
    if (isFound) Taro.nextTick(() => discover.count(id, sourceOf(from, share.isFromGroup)));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each time the page is opened
  }, [isFound]);
  usePageTitle(source.title);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));
  usePreparedCard(card);
  const title = card?.title ?? source.title;
  useShareAppMessage(() => sharedMessage(share.card(path) ?? { title, path, picture: null }));
  // Moments cuts pictures to squares, which the drawn ones are not made for.
  const [, query = ''] = linkTo(name, id, 'moments').split('?');
  useShareTimeline(() => ({ title, query, imageUrl: NEUTRAL_PICTURE }));
  return {
    reading,
    onRetry: () => void load(),
    onShare: () => void (share.canPost && share.post(path)),
  };
}
