import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef } from 'react';

import { useStores } from '../../stores-context';

/**
 * Keeps the bar's title in the language in use. Only the page that is shown may set it.
 * @param title words of ours: Taro's H5 writes it as HTML, so nothing that a person typed.
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

/**
 * As `useTitle`, for a page with the tab bar: WeChat takes the bar's words only while it is shown,
 * and a person may first see it on any of them, after a card.
 */
export function useTabTitle(title: string): void {
  const { ui } = useStores();
  useTitle(title);
  useDidShow(() => ui.refreshTabTexts());
}
