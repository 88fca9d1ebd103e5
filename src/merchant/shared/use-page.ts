import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect } from 'react';

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
  const pairs = names.map((name) => [name, params[name] ? decodeURIComponent(params[name]) : null]);
  return Object.fromEntries(pairs) as Record<Name, string | null>;
}
