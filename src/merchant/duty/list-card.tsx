import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PagedFoot } from '../../components/paged-foot';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import type { Duty, DutyItem } from '../../contract/duty';
import { ARTICLE_OF } from '../../domain/duty/checklist';
import { isCheckItem } from '../../domain/duty/record';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { DutyItems, openFirst } from '../shared/duty-items';
import { listWords, useMarkWords } from '../shared/duty-words';
import { useDuty } from '../shared/merchant-stores';

/** The session's whole checklist: who did each item and when, or the article it follows from. */
export const ListCard = observer(function ListCard({ duty }: { duty: Duty }) {
  const { ui } = useStores();
  const store = useDuty();
  const t = useMerchantText();
  const words = t.merchantDuty.list;
  const { mark } = useMarkWords();
  const [isChoosing, setChoosing] = useState(false);
  const { list, may, session, shopId } = duty;
  // The checks stand above, in the record.
  const items = duty.items.filter((item) => !isCheckItem(item));
  const trailing = ({ tick, known }: DutyItem): string | null => {
    if (tick !== null) return mark(tick, ui.now);
    const article = known === null ? null : ARTICLE_OF[known];
    return article === null ? null : t.merchantDuty.article(article);
  };
  const canChange = may.tick && session.state !== 'cancelled';
  const name = list === null ? words.title : `${words.title} · ${listWords(list, t)}`;
  const handleChange = () => {
    setChoosing(true);
    void store.loadLists(shopId);
  };
  return (
    <Card
      title={name}
      {...(canChange ? { action: { label: words.change, onTap: handleChange } } : {})}
    >
      {items.length === 0 ? (
        <EmptyState isInline title={list === null ? words.none : words.onlyChecks} />
      ) : (
        <DutyItems duty={duty} items={openFirst(items)} trailing={trailing} />
      )}
      {isChoosing && <ChooseSheet duty={duty} onClose={() => setChoosing(false)} />}
    </Card>
  );
});

/** The store's lists, of which the session gets one. */
const ChooseSheet = observer(function ChooseSheet(props: { duty: Duty; onClose: () => void }) {
  const { duty, onClose } = props;
  const { ui } = useStores();
  const store = useDuty();
  const t = useMerchantText();
  const words = t.merchantDuty.list;
  const { value, status, error } = store.lists(duty.shopId);
  const lists = value?.lists ?? [];
  const load = () => void store.loadLists(duty.shopId);
  const handleChoose = async (listId: string) => {
    onClose();
    const result = await store.choose(duty, listId);
    ui.toast(result.ok ? words.chosen : wordError(result.error, t));
  };
  return (
    <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={words.choose}>
      {lists.map((list) => {
        const isInUse = duty.list?.id === list.id;
        return (
          <Row
            key={list.id}
            title={listWords(list, t)}
            note={words.items(list.items.length)}
            {...(isInUse ? { value: words.inUse } : { onTap: () => void handleChoose(list.id) })}
          />
        );
      })}
      <PagedFoot
        list={{ status, items: lists, cursor: null, isComplete: value !== null, error }}
        more=""
        onFirst={load}
        onMore={load}
      />
    </Sheet>
  );
});
