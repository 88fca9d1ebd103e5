/**
 * Keys of app.json that Taro's type does not know. WeChat needs `cloud` for `wx.cloud`; the other two
 * ask for the component framework that the tests run on (docs/decisions/0025).
 */
const WECHAT_ONLY = {
  cloud: true,
  componentFramework: 'glass-easel',
  glassEaselWebview: true,
} as const;

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/sessions/index', 'pages/progress/index', 'pages/me/index'],
  // Pages that no tab shows; a card opens one of them with its package alone. The
  // root is the page's own folder, so that its path stays what cards in chats already say.
  subPackages: [
    { root: 'pages/shop', pages: ['index'] },
    { root: 'pages/live-session', pages: ['index'] },
    { root: 'pages/precheck', pages: ['index'] },
    {
      root: 'merchant',
      pages: [
        'register/index',
        'edit-shop/index',
        'hosts/index',
        'plan/index',
        'live-session/index',
        'record/index',
        'backfill/index',
        'applicant/index',
        'explain/index',
        'award/index',
        'past/index',
        'ladder/index',
        'own-sums/index',
        'forecast/index',
        'what-if/index',
      ],
    },
  ],
  preloadRule: {
    'pages/home/index': {
      network: 'all',
      packages: ['pages/shop', 'pages/live-session', 'pages/precheck'],
    },
    'pages/me/index': { network: 'all', packages: ['merchant'] },
    'pages/sessions/index': { network: 'all', packages: ['merchant'] },
  },
  tabBar: {
    color: '#6E6E6E',
    selectedColor: '#06803F',
    backgroundColor: '#F7F7F7',
    borderStyle: 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: '首页',
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-active.png',
      },
      {
        pagePath: 'pages/sessions/index',
        text: '场次',
        iconPath: 'assets/tab/sessions.png',
        selectedIconPath: 'assets/tab/sessions-active.png',
      },
      {
        pagePath: 'pages/progress/index',
        text: '激励',
        iconPath: 'assets/tab/progress.png',
        selectedIconPath: 'assets/tab/progress-active.png',
      },
      {
        pagePath: 'pages/me/index',
        text: '我的',
        iconPath: 'assets/tab/me.png',
        selectedIconPath: 'assets/tab/me-active.png',
      },
    ],
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
