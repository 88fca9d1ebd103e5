import { View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { PagedFoot } from '../../components/paged-foot';
import { Row } from '../../components/row';
import { Tabs } from '../../components/tabs';
import type { Review } from '../../contract/review';
import { chinaDayOf, daysBetween } from '../../domain/time';
import { useReader, useText, wordChinaDay } from '../../i18n';
import { useFieldLabel, useVerifierText } from '../../i18n/verifier';
import { usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { createReviewStore, type ReviewQueue } from '../../stores/review-store';
import { OnlyVerifiers } from '../shared/only-verifiers';

const QUEUES = {
  waiting: { kind: 'identity', list: 'waiting' },
  due: { kind: 'identity', list: 'due' },
  words: { kind: 'words', list: 'waiting' },
  report: { kind: 'report', list: 'waiting' },
  suspended: { kind: 'report', list: 'suspended' },
  returned: { kind: 'identity', list: 'returned' },
} as const satisfies Record<string, ReviewQueue>;
type QueueName = keyof typeof QUEUES;
const NAMES = Object.keys(QUEUES) as QueueName[];

/** What waits for a verifier, list by list. */
export default observer(function QueuePage() {
  const stores = useStores();
  const { ui } = stores;
  const reviews = stores.lazy(createReviewStore);
  const { verifier: words } = useVerifierText();
  const [name, setName] = useState<QueueName>('waiting');
  const queue = QUEUES[name];
  usePageTitle(words.title);
  useDidShow(() => {
    ui.tick();
    void reviews.load(queue);
  });
  const handleTab = (next: QueueName) => {
    setName(next);
    void reviews.load(QUEUES[next]);
  };
  const list = reviews.list(queue);
  if (list.error?.code === 'not_allowed') return <OnlyVerifiers />;
  return (
    <PageFrame>
      <Tabs
        tabs={NAMES.map((id) => ({ id, label: words.queue[id] }))}
        current={name}
        onChange={handleTab}
      />
      <View className="hl-footnote">{words.note}</View>
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

const ReviewRow = observer(function ReviewRow({ review }: { review: Review }) {
  const { ui } = useStores();
  const t = useText();
  const reader = useReader();
  const { verifier: words, report } = useVerifierText();
  const reasons: Readonly<Record<string, string>> = report.reason;
  const labelOf = useFieldLabel(review.kind);
  const { fields, checkedOn, attempt, receipt, dueOn, submittedAt } = review;
  const reason = fields.find(({ field }) => field === 'reason')?.value ?? '';
  const changed = fields
    .filter(({ value, before }) => value !== before)
    .map(({ field }) => labelOf(field))
    .join(t.incentive.listSeparator);
  const again = checkedOn === null ? words.first : words.changed(changed);
  const what = {
    identity: attempt > 1 ? words.attempt(attempt) : again,
    words: changed,
    report: reasons[reason] ?? report.title,
  };
  const days = daysBetween(chinaDayOf(submittedAt), chinaDayOf(ui.now));
  return (
    <Row
      title={fields.find(({ field }) => field === 'name')?.value ?? fields[0]?.value ?? receipt}
      note={[what[review.kind], words.receipt(receipt)].join(' · ')}
      value={
        dueOn === null ? words.waited(days) : words.dueOn(wordChinaDay(dueOn, ui.now, reader.lang))
      }
      onTap={() => ui.open(PATHS.review.url({ id: review.id }))}
    />
  );
});
