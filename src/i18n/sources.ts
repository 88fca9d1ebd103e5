import type { Lang } from '../domain/lang';
import { sources as enUS } from './en-US/sources';
import { useLang } from './text-provider';
import { sources as zhCN } from './zh-CN/sources';

const MESSAGES: Record<Lang, typeof zhCN> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Words of sources, in the current language. Pages outside the main package import this file alone. */
export const useSourceText = (): typeof zhCN => MESSAGES[useLang()];
