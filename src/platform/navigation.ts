import Taro from '@tarojs/taro';

import type { NavigationPort } from './types';

const HOME = '/pages/home/index';
const TABS = [HOME, '/pages/sessions/index', '/pages/progress/index', '/pages/me/index'];
/** WeChat keeps ten pages; beyond that the topmost one is replaced. */
const MAX_PAGES = 10;

const isTab = (url: string): boolean => TABS.includes(url.split('?')[0] ?? url);
const quietly = (moving: Promise<unknown>): void => void moving.catch(() => undefined);

/** Moving between pages. A move that WeChat refuses (a second tap on the way) changes nothing. */
export function createNavigation(): NavigationPort {
  let tabTexts: readonly string[] = [];
  const refreshTabTexts = (): void =>
    tabTexts.forEach((text, index) => quietly(Taro.setTabBarItem({ index, text })));
  const toTab = (url: string): void => quietly(Taro.switchTab({ url }).then(refreshTabTexts));
  return {
    open(url) {
      if (isTab(url)) toTab(url);
      else if (Taro.getCurrentPages().length >= MAX_PAGES) quietly(Taro.redirectTo({ url }));
      else quietly(Taro.navigateTo({ url }));
    },
    replace(url) {
      if (isTab(url)) toTab(url);
      else quietly(Taro.redirectTo({ url }));
    },
    back() {
      if (Taro.getCurrentPages().length > 1) quietly(Taro.navigateBack());
      else toTab(HOME);
    },
    setTabTexts(texts) {
      tabTexts = texts;
      refreshTabTexts();
    },
    refreshTabTexts,
  };
}
