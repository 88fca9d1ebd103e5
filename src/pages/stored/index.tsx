import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';

import { PageFrame } from '../../components/page-frame';
import { useText } from '../../i18n';
import { usePageTitle } from '../../page-hooks';
import { useStores } from '../../stores-context';
import { useCopyNote } from '../shared/copy-note';
import { StoredAboutMe } from './stored-about-me';

/** What is stored about me. */
export default observer(function StoredPage() {
  const { ui, shops } = useStores();
  const { me } = useText();
  usePageTitle(me.stored);
  useDidShow(() => {
    ui.tick();
    if (ui.isIdentified) void shops.loadMine();
  });
  const note = useCopyNote(shops.mine);
  return (
    <PageFrame offlineMessage={note}>
      <StoredAboutMe />
    </PageFrame>
  );
});
