import { PATHS, type PageName, TABS } from './paths';

// Replaced by the build (`defineConstants`).
declare const COMPONENT_FRAMEWORK: 'glass-easel' | 'exparser';

const FRAMEWORK = { componentFramework: 'glass-easel', glassEaselWebview: true } as const;

/**
 * Keys of app.json that Taro's type does not know. WeChat needs `cloud` for `wx.cloud`; the other two
 * ask for the component framework that the tests run on (docs/decisions/0025).
 */
const WECHAT_ONLY = {
  cloud: true,
  ...(COMPONENT_FRAMEWORK === 'exparser' ? {} : FRAMEWORK),
} as const;

/** A page's path as app.json has it: without the leading slash. */
function pagePath(name: PageName): string {
  return PATHS[name].path.slice(1);
}

/** Pages that no tab shows; a card opens one of them with its package alone. */
const CARD_PAGES = ['shop', 'publicSession', 'precheck'] as const satisfies PageName[];

/** The folder of a page: the root of its own package, so that cards in chats keep their paths. */
function rootOf(name: PageName): string {
  return pagePath(name).replace(/\/index$/, '');
}

/** The pages of a package, relative to its root. */
function pagesBelow(root: string): string[] {
  return Object.values(PATHS)
    .map(({ path }) => path.slice(1))
    .filter((path) => path.startsWith(`${root}/`))
    .map((path) => path.slice(root.length + 1));
}

const TAB_TEXTS = { home: '首页', sessions: '场次', progress: '激励', me: '我的' };

export default defineAppConfig({
  pages: TABS.map(pagePath),
  subPackages: [
    ...[...CARD_PAGES, 'follows' as const, 'report' as const, 'stored' as const].map((name) => ({
      root: rootOf(name),
      pages: pagesBelow(rootOf(name)),
    })),
    { root: 'merchant', pages: pagesBelow('merchant') },
    { root: 'verifier', pages: pagesBelow('verifier') },
  ],
  preloadRule: {
    [pagePath('home')]: { network: 'all', packages: CARD_PAGES.map(rootOf) },
    [pagePath('me')]: { network: 'all', packages: ['merchant'] },
    [pagePath('sessions')]: { network: 'all', packages: ['merchant'] },
  },
  tabBar: {
    color: '#6E6E6E',
    selectedColor: '#06803F',
    backgroundColor: '#F7F7F7',
    borderStyle: 'black',
    list: TABS.map((name) => ({
      pagePath: pagePath(name),
      text: TAB_TEXTS[name],
      iconPath: `assets/tab/${name}.png`,
      selectedIconPath: `assets/tab/${name}-active.png`,
    })),
  },
  window: {
    navigationBarTitleText: '花都直播',
    navigationBarBackgroundColor: '#EDEDED',
    navigationBarTextStyle: 'black',
    backgroundColor: '#EDEDED',
    backgroundTextStyle: 'dark',
  },
  ...WECHAT_ONLY,
  lazyCodeLoading: 'requiredComponents',
  // Asks for consent before any privacy-listed interface, on every version of WeChat alike.
  __usePrivacyCheck__: true,
});
