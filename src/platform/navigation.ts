import Taro from '@tarojs/taro';

import { PATHS, TABS } from '../paths';
import type { NavigationPort } from './types';

/** WeChat keeps ten pages; beyond that the topmost one is replaced. */
const MAX_PAGES = 10;

function isTab(url: string): boolean {
  const [path] = url.split('?');
  return TABS.some((name) => PATHS[name].path === path);
}

function quietly(moving: Promise<unknown>): void {
  void moving.catch(() => undefined);
}

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
      else toTab(PATHS.home.path);
    },
    setTabTexts(texts) {
      tabTexts = texts;
      refreshTabTexts();
    },
    refreshTabTexts,
  };
}
