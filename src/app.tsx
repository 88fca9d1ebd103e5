import { autorun } from 'mobx';
import { observer } from 'mobx-react-lite';
import { useEffect, type PropsWithChildren } from 'react';
import Taro, { useDidHide, useDidShow } from '@tarojs/taro';

import { UncopiedText } from './components/copy-sheet';
import { ScreenContext, screenOf } from './components/screen';
import { messagesOf, TextProvider } from './i18n';
import { createAdapters } from './platform/adapters';
import { setDocumentLang } from './platform/document-lang';
import { fontScale } from './platform/font-scale';
import { sendLeanNodes } from './platform/lean-nodes';
import { createRootStore } from './stores/root-store';
import { StoresContext } from './stores-context';

import './app.css';

/** How often the time on screens moves on, ms. */
const TICK_MS = 15_000;

sendLeanNodes();
const stores = createRootStore(createAdapters());

function useTabWords(): void {
  return useEffect(
    () =>
      autorun(() => {
        setDocumentLang(stores.ui.lang);
        const { home, sessions, progress, me } = messagesOf(stores.ui.lang).common.tabs;
        stores.ui.setTabTexts([home, sessions, progress, me]);
      }),
    [],
  );
}

/** The time on screens moves only while the program is in front. */
function useClock(): void {
  useDidShow(() => stores.ui.startClock(TICK_MS));
  useDidHide(() => stores.ui.stopClock());
}

const Words = observer(function Words({ children }: PropsWithChildren) {
  const { lang, isAbroad, uncopied } = stores.ui;
  const { state, action } = messagesOf(lang).common;
  const words = { title: state.copyFailed, closeLabel: action.close };
  const onClose = () => stores.ui.setUncopied(null);
  return (
    <TextProvider lang={lang} isAbroad={isAbroad}>
      <UncopiedText.Provider
        value={uncopied === null ? null : { text: uncopied, ...words, onClose }}
      >
        {children}
      </UncopiedText.Provider>
    </TextProvider>
  );
});

const screen = screenOf(Taro.getWindowInfo().windowWidth, fontScale());

/** The composition root: adapters meet stores only here. */
export default function App({ children }: PropsWithChildren) {
  useEffect(() => stores.ui.followNetwork(), []);
  useTabWords();
  useClock();
  return (
    <StoresContext.Provider value={stores}>
      <ScreenContext.Provider value={screen}>
        <Words>{children}</Words>
      </ScreenContext.Provider>
    </StoresContext.Provider>
  );
}
