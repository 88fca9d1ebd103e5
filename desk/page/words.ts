import type { Lang } from '../../src/domain/lang';
import type { PersonId } from './people';

/** The desk's words in one language. */
export interface DeskWords {
  readonly name: string;
  readonly openAs: string;
  readonly phone: string;
  readonly capsule: string;
  readonly more: string;
  readonly back: string;
  readonly home: string;
  readonly close: string;
  readonly isClosed: string;
  readonly menu: string;
  readonly shareToFriend: string;
  readonly enterAgain: string;
  readonly cancel: string;
  readonly cannotShare: string;
  readonly shared: string;
  readonly chat: string;
  readonly group: string;
  readonly clear: string;
  readonly empty: string;
  readonly foot: string;
  readonly app: string;
  readonly miniProgram: string;
  /** The other language, in itself. */
  readonly otherLanguage: string;
  /** Read aloud for a card. */
  readonly openCard: (title: string) => string;
  readonly people: Readonly<Record<PersonId, { readonly name: string; readonly note: string }>>;
}

const zh: DeskWords = {
  name: '花都直播',
  openAs: '以谁的身份打开',
  phone: '手机',
  capsule: '小程序胶囊按钮',
  more: '更多',
  back: '返回',
  home: '回到首页',
  close: '关闭小程序',
  isClosed: '小程序已关闭',
  menu: '小程序菜单',
  shareToFriend: '转发给朋友',
  enterAgain: '重新进入小程序',
  cancel: '取消',
  cannotShare: '当前页面不可转发',
  shared: '已转发到群聊',
  chat: '群聊',
  group: '花都直播交流群',
  clear: '清空聊天',
  empty: '在手机右上角 ··· 里点“转发给朋友”，卡片会出现在这里',
  foot: '本机演示：点开卡片，会以上方选中的身份打开',
  app: '花都直播',
  miniProgram: '小程序',
  otherLanguage: 'English',
  openCard: (title) => `小程序卡片：${title}`,
  people: {
    streamer: { name: '主播', note: '有历史数据' },
    company: { name: '公司', note: '刚刚注册' },
    mcn: { name: 'MCN', note: '四位主播' },
    host: { name: 'MCN 主播', note: '只看自己的' },
    verifier: { name: '核对员', note: '运营方' },
    viewer: { name: '观众', note: '没有店铺' },
    nobody: { name: '无身份', note: '未登录' },
  },
};

const en: DeskWords = {
  name: 'Huadu Live',
  openAs: 'Open as',
  phone: 'Phone',
  capsule: 'Mini program capsule',
  more: 'More',
  back: 'Back',
  home: 'Home',
  close: 'Close the mini program',
  isClosed: 'The mini program is closed',
  menu: 'Mini program menu',
  shareToFriend: 'Share to chat',
  enterAgain: 'Enter again',
  cancel: 'Cancel',
  cannotShare: 'This page cannot be shared',
  shared: 'Shared to the chat',
  chat: 'Group chat',
  group: 'Huadu Live group',
  clear: 'Clear chat',
  empty: 'Choose “Share to chat” under ··· at the top of the phone: the card appears here',
  foot: 'Local demo: a card opens as the person chosen above',
  app: 'Huadu Live',
  miniProgram: 'Mini Program',
  otherLanguage: '中文',
  openCard: (title) => `Mini program card: ${title}`,
  people: {
    streamer: { name: 'Streamer', note: 'with a history' },
    company: { name: 'Company', note: 'newly registered' },
    mcn: { name: 'MCN', note: 'four hosts' },
    host: { name: 'Its host', note: 'sees their own' },
    verifier: { name: 'Verifier', note: 'of the operator' },
    viewer: { name: 'Viewer', note: 'no store' },
    nobody: { name: 'Nobody', note: 'not identified' },
  },
};

/** The desk's words by language. */
export const WORDS: Readonly<Record<Lang, DeskWords>> = { 'zh-CN': zh, 'en-US': en };

type PlainWord = {
  [K in keyof DeskWords]: DeskWords[K] extends string ? K : never;
}[keyof DeskWords];

/** Puts the words where the page names them: `data-word` as text, `data-label` as aria-label. */
export function applyWords(words: DeskWords, page: Document): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-word]')) {
    element.textContent = words[element.dataset.word as PlainWord];
  }
  for (const element of page.querySelectorAll<HTMLElement>('[data-label]')) {
    element.setAttribute('aria-label', words[element.dataset.label as PlainWord]);
  }
}
