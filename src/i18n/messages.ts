import { enUS } from './en-US';
import { zhCN } from './zh-CN';

/** Every word of the interface, by area. */
export type Messages = typeof zhCN;

const MESSAGES = { 'zh-CN': zhCN, 'en-US': enUS } as const satisfies Record<string, Messages>;

/** Languages of the interface. */
export type Lang = keyof typeof MESSAGES;

/** The words in a language. */
export const messagesOf = (lang: Lang): Messages => MESSAGES[lang];
