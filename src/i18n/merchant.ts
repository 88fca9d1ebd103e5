import type { Lang } from '../domain/lang';
import { merchantEnUS } from './en-US/merchant';
import { messagesOf, type Messages } from './messages';
import { useLang } from './text-provider';
import { merchantZhCN } from './zh-CN/merchant';

/**
 * Words of the merchant's package and of the main one. Only pages of that package import this file:
 * its words are loaded with them, not before the first screen.
 */
export type MerchantMessages = Messages & typeof merchantZhCN;

const MESSAGES: Record<Lang, MerchantMessages> = {
  'zh-CN': { ...messagesOf('zh-CN'), ...merchantZhCN },
  'en-US': { ...messagesOf('en-US'), ...merchantEnUS },
};

/** The words in the current language: `useMerchantText().merchantShop.edit.title`. */
export const useMerchantText = (): MerchantMessages => MESSAGES[useLang()];
