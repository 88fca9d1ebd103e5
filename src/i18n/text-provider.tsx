import { createContext, useContext, useMemo, type PropsWithChildren } from 'react';

import type { Lang } from '../domain/lang';
import { messagesOf, type Messages } from './messages';
import type { Reader } from './words';

const ReaderContext = createContext<Reader>({ lang: 'zh-CN', isAbroad: false });

/** Gives everything inside it its language, and whether clock times need their zone. */
export function TextProvider({ lang, isAbroad, children }: PropsWithChildren<Reader>) {
  const reader = useMemo(() => ({ lang, isAbroad }), [lang, isAbroad]);
  return <ReaderContext.Provider value={reader}>{children}</ReaderContext.Provider>;
}

/** For whom times are worded: `wordInstant(at, now, useReader())`. */
export const useReader = (): Reader => useContext(ReaderContext);

/** The current language. */
export const useLang = (): Lang => useReader().lang;

/** The words in the current language: `useText().common.action.save`. */
export const useText = (): Messages => messagesOf(useLang());
