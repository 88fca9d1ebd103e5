import { createContext, useContext, type PropsWithChildren } from 'react';

import type { Lang } from '../domain/lang';
import { messagesOf, type Messages } from './messages';

const LangContext = createContext<Lang>('zh-CN');

/** Gives everything inside it its language. */
export function TextProvider({ lang, children }: PropsWithChildren<{ lang: Lang }>) {
  return <LangContext.Provider value={lang}>{children}</LangContext.Provider>;
}

/** The current language. */
export const useLang = (): Lang => useContext(LangContext);

/** The words in the current language: `useText().common.action.save`. */
export const useText = (): Messages => messagesOf(useContext(LangContext));
