import type { Lang } from '../domain/lang';
import { enUS } from './en-US';
import { zhCN } from './zh-CN';

/** Words that the main package needs, by area; the merchant's pages add theirs. */
export type Messages = typeof zhCN;

const MESSAGES = { 'zh-CN': zhCN, 'en-US': enUS } as const satisfies Record<Lang, Messages>;

/** The words in a language. */
export const messagesOf = (lang: Lang): Messages => MESSAGES[lang];
