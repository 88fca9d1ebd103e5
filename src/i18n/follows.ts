import type { Lang } from '../domain/lang';
import { follows as enUS } from './en-US/follows';
import { useLang } from './text-provider';
import { follows as zhCN } from './zh-CN/follows';

const MESSAGES: Record<Lang, typeof zhCN> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Words of the list of followed stores, in the current language. Only the list's own package imports this file. */
export const useFollowsText = (): typeof zhCN => MESSAGES[useLang()];
