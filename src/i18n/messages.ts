import { enUS } from './en-US';
import { zhCN } from './zh-CN';

/** Words that the main package needs, by area; the merchant's pages add theirs. */
export type Messages = typeof zhCN;

const MESSAGES = { 'zh-CN': zhCN, 'en-US': enUS } as const satisfies Record<string, Messages>;

/** Languages of the interface. */
export type Lang = keyof typeof MESSAGES;

/** The words in a language. */
export const messagesOf = (lang: Lang): Messages => MESSAGES[lang];
