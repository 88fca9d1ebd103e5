import type { Lang } from '../domain/lang';
import { storedAboutMe as enUS } from './en-US/storedAboutMe';
import { useLang } from './text-provider';
import { storedAboutMe as zhCN } from './zh-CN/storedAboutMe';

const MESSAGES: Record<Lang, typeof zhCN> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Words of what is stored about a person, in the current language. Only that page imports this file. */
export const useStoredText = (): typeof zhCN => MESSAGES[useLang()];
