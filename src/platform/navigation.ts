import Taro from '@tarojs/taro';

import type { NavigationPort } from './types';

const HOME = '/pages/home/index';
const TABS = [HOME, '/pages/sessions/index', '/pages/progress/index', '/pages/me/index'];
/** WeChat keeps ten pages; beyond that the topmost one is replaced. */
const MOST_PAGES = 10;

const isTab = (url: string): boolean => TABS.includes(url.split('?')[0] ?? url);
const quietly = (moving: Promise<unknown>): void => void moving.catch(() => undefined);

/** Moving between pages. A move that WeChat refuses (a second tap on the way) changes nothing. */
export const createNavigation = (): NavigationPort => ({
  open(url) {
    if (isTab(url)) quietly(Taro.switchTab({ url }));
    else if (Taro.getCurrentPages().length >= MOST_PAGES) quietly(Taro.redirectTo({ url }));
    else quietly(Taro.navigateTo({ url }));
  },
  replace(url) {
    quietly(isTab(url) ? Taro.switchTab({ url }) : Taro.redirectTo({ url }));
  },
  back() {
    quietly(
      Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.switchTab({ url: HOME }),
    );
  },
  setTabTexts(texts) {
    texts.forEach((text, index) => quietly(Taro.setTabBarItem({ index, text })));
  },
});
