import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { PagedFoot } from '../../components/paged-foot';
import { Tabs } from '../../components/tabs';
import {
  COUNTED_LISTS,
  type CountedList,
  DESK_LISTS,
  type DeskList,
  HOLD_MINUTES,
  MAX_COUNTED_REVIEWS,
} from '../../domain/review/desk';
import { useVerifierText } from '../../i18n/verifier';
import { usePageTitle } from '../../page-hooks';
import { useStores } from '../../stores-context';
import { createReviewStore } from '../../stores/review-store';
import { OnlyVerifiers } from '../shared/only-verifiers';
import { ReviewRow } from './review-row';
import './index.css';

const NAMES = Object.keys(DESK_LISTS) as DeskList[];

function isCounted(name: DeskList): name is CountedList {
  return (COUNTED_LISTS as readonly string[]).includes(name);
}

/** What waits for a verifier, list by list. */
export default observer(function QueuePage() {
  const stores = useStores();
  const { ui } = stores;
  const reviews = stores.lazy(createReviewStore);
  const { verifier: words } = useVerifierText();
  const [name, setName] = useState<DeskList>('waiting');
  const queue = DESK_LISTS[name];
  usePageTitle(words.title);
  useDidShow(() => {
    ui.tick();
    void reviews.load(queue);
  });
  const handleTab = (next: DeskList) => {
    setName(next);
    void reviews.load(DESK_LISTS[next]);
  };
  const noteOf = (id: DeskList): string => {
    const count = isCounted(id) ? (reviews.counts?.[id] ?? 0) : 0;
    if (count === 0) return '';
    return count < MAX_COUNTED_REVIEWS ? String(count) : words.many;
  };
  const list = reviews.list(queue);
  if (list.error?.code === 'not_allowed') return <OnlyVerifiers />;
  return (
    <PageFrame>
      <Tabs
        tabs={NAMES.map((id) => ({ id, label: words.queue[id], note: noteOf(id) }))}
        current={name}
        onChange={handleTab}
      />
      <View className="hl-footnote">{words.note(HOLD_MINUTES)}</View>
      {list.isComplete && list.items.length === 0 && (
        <EmptyState title={words.empty} note={words.emptyNote} />
      )}
      <Card>
        {list.items.map((review) => (
          <ReviewRow key={review.id} review={review} />
        ))}
        <PagedFoot
          list={list}
          more={words.more}
          onFirst={() => void reviews.load(queue)}
          onMore={() => void reviews.loadMore(queue)}
        />
      </Card>
    </PageFrame>
  );
});
