import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect } from 'react';

import type { PlannedCard } from './stores';
import { useStores } from './stores-context';

/** Puts the page's title into the bar, in the language of the moment. */
export function usePageTitle(title: string): void {
  useDidShow(() => setTitle(title));
  useEffect(() => setTitle(title), [title]);
}

const setTitle = (title: string): void => {
  // Refused only when the page is already gone; nothing is lost then.
  Taro.setNavigationBarTitle({ title }).catch(() => undefined);
};

/** The page's query; a name that is not there is null. */
export function useQuery<Name extends string>(...names: Name[]): Record<Name, string | null> {
  const { params } = useRouter();
  const pairs = names.map((name) => [name, decoded(params[name])]);
  return Object.fromEntries(pairs) as Record<Name, string | null>;
}

/** A value somebody tampered with may not even decode; it is then as good as missing. */
const decoded = (value: string | undefined): string | null => {
  try {
    return value ? decodeURIComponent(value) : null;
  } catch {
    return null;
  }
};

/**
 * Keeps the card of the shown page ready, so that the share handler can answer at once.
 * The page itself still has to call `useShareAppMessage`: WeChat finds it nowhere else.
 */
export function usePreparedCard(plan: PlannedCard | null): void {
  const { share } = useStores();
  const key = plan === null ? null : JSON.stringify(plan);
  const prepare = (): void => {
    if (plan !== null) void share.prepare(plan);
  };
  useDidShow(prepare);
  useEffect(() => {
    prepare();
    return () => {
      if (plan !== null) share.leave(plan.path);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the plan's content
  }, [key, share]);
}

/** What a share handler answers at once; without a picture WeChat takes one of the page. */
export const sharedCard = (
  card: { title: string; path: string; picture: string | null } | null,
  fallbackTitle: string,
): { title: string; path?: string; imageUrl?: string } => {
  if (card === null) return { title: fallbackTitle };
  const { title, path, picture } = card;
  return picture === null ? { title, path } : { title, path, imageUrl: picture };
};
