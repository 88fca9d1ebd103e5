import { PATHS, type PageName, TABS } from './paths';
import theme from './theme.json';

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

// Replaced by the build, and there while Taro reads this file.
declare const process: { readonly env: { readonly TARO_ENV: string } };

/** A setting that follows WeChat's theme. A browser knows no theme.json and takes the light value. */
function themed(name: keyof typeof theme.light): string {
  return process.env.TARO_ENV === 'weapp' ? `@${name}` : theme.light[name];
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
    color: themed('tab'),
    selectedColor: themed('tabOn'),
    backgroundColor: themed('bar'),
    borderStyle: themed('line') as 'black',
    list: TABS.map((name) => ({
      pagePath: pagePath(name),
      text: TAB_TEXTS[name],
      // Its grey and its green are clear in either theme, so that no picture is carried twice.
      iconPath: `assets/tab/${name}.png`,
      selectedIconPath: `assets/tab/${name}-active.png`,
    })),
  },
  window: {
    navigationBarTitleText: '花都直播',
    navigationBarBackgroundColor: themed('ground'),
    navigationBarTextStyle: themed('onGround'),
    backgroundColor: themed('ground'),
    backgroundTextStyle: themed('pull'),
  },
  darkmode: true,
  themeLocation: 'theme.json',
  ...WECHAT_ONLY,
  lazyCodeLoading: 'requiredComponents',
  // Asks for consent before any privacy-listed interface, on every version of WeChat alike.
  __usePrivacyCheck__: true,
});
