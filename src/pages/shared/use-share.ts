import { useEffect } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';

import type { ShareCard } from '../../domain/share-card';
import { useStores } from '../../stores-context';

/**
 * Keeps the card of the shown page ready, because WeChat takes the answer of a share at once.
 * @param card null while there is nothing to share.
 */
export function usePreparedCard(card: ShareCard | null): void {
  const { share } = useStores();
  const path = card?.path ?? null;
  // The drawing decides whether a card is new; its object is made anew at each render.
  const content = card && JSON.stringify(card);
  const prepare = (): void => {
    if (card) void share.prepare(card);
  };
  useDidShow(prepare);
  useDidHide(() => {
    if (path !== null) share.leave(path);
  });
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `content` stands for the card
  useEffect(prepare, [content]);
  useEffect(
    () => () => {
      if (path !== null) share.leave(path);
    },
    [path, share],
  );
}

/** What a page's share hook answers; WeChat names the picture `imageUrl`. */
export function sharedMessage(
  card: { title: string; path: string; picture: string | null } | null,
) {
  if (!card) return {};
  const { title, path, picture } = card;
  return { title, path, ...(picture === null ? {} : { imageUrl: picture }) };
}
