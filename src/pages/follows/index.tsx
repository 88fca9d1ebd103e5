import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { followSections } from '../../domain/follow/sections';
import { useFollowsText } from '../../i18n/follows';
import { usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { createFollowStore } from '../../stores/follow-store';
import { useStores } from '../../stores-context';
import { useCopyNote } from '../shared/copy-note';
import { FollowRow } from './follow-row';

/** The stores that the person follows: who is on air first, then what comes. */
export default observer(function FollowsPage() {
  const stores = useStores();
  const { ui } = stores;
  const follows = stores.lazy(createFollowStore);
  const { mine } = follows;
  const t = useFollowsText();
  const note = useCopyNote(mine);
  const load = async (): Promise<void> => {
    ui.tick();
    if (ui.isIdentified) await follows.load();
  };
  usePageTitle(t.title);
  useDidShow(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));
  const home = { label: t.look, onTap: () => ui.open(PATHS.home.url()) };
  if (!ui.isIdentified || mine.error?.code === 'not_identified') {
    return (
      <PageFrame>
        <EmptyState title={t.nobody} action={home} />
      </PageFrame>
    );
  }
  const none = { title: t.emptyTitle, note: t.emptyNote, action: home };
  return (
    <PageFrame offlineMessage={mine.value === null ? null : note}>
      <Reading
        reading={mine}
        onRetry={() => void load()}
        empty={(items) => (items.length === 0 ? none : null)}
      >
        {(items) => (
          <>
            {followSections(items, ui.now).map(({ section, items: inSection }) => (
              <Card key={section} title={t.section[section]}>
                {inSection.map((item) => (
                  <FollowRow
                    key={item.shopId}
                    item={item}
                    isQuiet={section === 'quiet'}
                    onChanged={() => void load()}
                  />
                ))}
              </Card>
            ))}
            <View className="hl-footnote">{t.note}</View>
          </>
        )}
      </Reading>
    </PageFrame>
  );
});
