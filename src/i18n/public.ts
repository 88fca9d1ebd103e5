import type { Lang } from '../domain/lang';
import { publicDetails as enUS } from './en-US/publicDetails';
import { useLang } from './text-provider';
import { publicDetails as zhCN } from './zh-CN/publicDetails';

const MESSAGES: Record<Lang, typeof zhCN> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Words of public pages, in the current language. No tab imports this file. */
export const usePublicText = (): typeof zhCN => MESSAGES[useLang()];
