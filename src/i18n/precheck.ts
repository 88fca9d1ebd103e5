import type { Lang } from '../domain/lang';
import { precheck as enUS } from './en-US/precheck';
import { useLang } from './text-provider';
import { precheck as zhCN } from './zh-CN/precheck';

const MESSAGES: Record<Lang, typeof zhCN> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Words of the check without login, in the current language. Only the check's own package imports this file. */
export const usePrecheckText = (): typeof zhCN => MESSAGES[useLang()];
