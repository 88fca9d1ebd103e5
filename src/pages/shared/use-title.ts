import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

/**
 * Keeps the bar's title in the language in use. Only the page that is shown may set it.
 * @param title words of ours, never something a person typed: Taro's H5 bar reads it as HTML.
 */
export function useTitle(title: string): void {
  const isShown = useRef(false);
  const set = (): void => void Taro.setNavigationBarTitle({ title }).catch(() => undefined);
  useDidShow(() => {
    isShown.current = true;
    set();
  });
  useDidHide(() => {
    isShown.current = false;
  });
  useEffect(() => {
    if (isShown.current) set();
    // `set` says nothing but the title.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it is made anew at each render
  }, [title]);
}
