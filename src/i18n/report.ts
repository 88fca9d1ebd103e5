import type { Lang } from '../domain/lang';
import { report as enUS } from './en-US/report';
import { useLang } from './text-provider';
import { report as zhCN } from './zh-CN/report';

const MESSAGES: Record<Lang, typeof zhCN> = { 'zh-CN': zhCN, 'en-US': enUS };

/** Words of reporting a problem, in the current language. Only the report's own package imports this file. */
export const useReportText = (): typeof zhCN => MESSAGES[useLang()];
