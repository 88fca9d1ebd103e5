import type { Lang } from '../domain/lang';
import { publicDetails as enUS } from './en-US/publicDetails';
import { storeFacts as factsEnUS } from './en-US/storeFacts';
import { useLang } from './text-provider';
import { publicDetails as zhCN } from './zh-CN/publicDetails';
import { storeFacts } from './zh-CN/storeFacts';

type PublicMessages = typeof zhCN & { readonly storeFacts: typeof storeFacts };

const MESSAGES: Record<Lang, PublicMessages> = {
  'zh-CN': { ...zhCN, storeFacts },
  'en-US': { ...enUS, storeFacts: factsEnUS },
};

/** Words of public pages, in the current language. No tab imports this file. */
export const usePublicText = (): PublicMessages => MESSAGES[useLang()];
