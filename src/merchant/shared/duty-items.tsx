import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import type { Duty, DutyItem } from '../../contract/duty';
import { isCheckItem } from '../../domain/duty/record';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';
import { ConfirmSheet } from './confirm-sheet';
import { itemWords, useMarkWords } from './duty-words';
import { useDuty } from './merchant-stores';
import './duty-items.css';

/** Props of {@link DutyItems}. */
export interface DutyItemsProps {
  duty: Duty;
  /** The items to show, in this order. */
  items: readonly DutyItem[];
  /** What stands at the end of a row; null for nothing. */
  trailing: (item: DutyItem) => string | null;
}

/** Open items first, each group in the order of the list. */
export function openFirst(items: readonly DutyItem[]): DutyItem[] {
  const isOpen = ({ tick }: DutyItem): boolean => tick === null;
  return [...items.filter(isOpen), ...items.filter((item) => !isOpen(item))];
}

/** Items of a session's list, one tap each; what others did meanwhile is shown and kept. */
export const DutyItems = observer(function DutyItems(props: DutyItemsProps) {
  const { duty, items, trailing } = props;
  const { ui } = useStores();
  const store = useDuty();
  const t = useMerchantText();
  const words = t.merchantDuty.card;
  const { who } = useMarkWords();
  const [asked, setAsked] = useState<DutyItem | null>(null);
  const toggle = async (item: DutyItem) => {
    if (store.isTicking(duty.sessionId, item.id)) return;
    const result = await store.tick(duty.sessionId, item);
    if (!result.ok) {
      const isStale = result.error.code === 'stale_version';
      ui.toast(isStale ? words.stale : wordError(result.error, t));
      return;
    }
    const now = result.data.duty.items.find(({ id }) => id === item.id)?.tick ?? null;
    if (item.tick === null && now?.by === 'team') ui.toast(words.byOther(who(now)));
  };
  const handleTap = (item: DutyItem) => {
    if (item.tick !== null && isCheckItem(item)) setAsked(item);
    else void toggle(item);
  };
  return (
    <>
      <View>
        {items.map((item) => (
          <ItemRow
            key={item.id}
            item={item}
            end={trailing(item)}
            isBusy={store.isTicking(duty.sessionId, item.id)}
            {...(duty.may.tick ? { onTap: () => handleTap(item) } : {})}
          />
        ))}
      </View>
      <UntickSheet
        isOpen={asked !== null}
        onConfirm={() => {
          if (asked) void toggle(asked);
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      />
    </>
  );
});

/** Props of {@link UntickSheet}. */
export interface UntickSheetProps {
  isOpen: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a check of the record is taken back: its time goes with it. */
export function UntickSheet(props: UntickSheetProps) {
  const words = useMerchantText().merchantDuty.card;
  return (
    <ConfirmSheet
      {...props}
      title={words.untickTitle}
      text={words.untickText}
      confirm={words.untick}
      cancel={words.keep}
      kind="danger"
    />
  );
}

interface ItemRowProps {
  item: DutyItem;
  end: string | null;
  isBusy: boolean;
  onTap?: () => void;
}

function ItemRow({ item, end, isBusy, onTap }: ItemRowProps) {
  const t = useMerchantText();
  const { doneLabel, openLabel } = t.merchantDuty.card;
  const title = itemWords(item, t);
  const isDone = item.tick !== null;
  const classes = ['mk-item', ...(isDone ? ['mk-item--done'] : [])];
  if (isBusy) classes.push('mk-item--busy');
  const tap = onTap ? { onClick: onTap, hoverClass: 'mk-item--pressed' } : {};
  const label = isDone ? doneLabel(title) : openLabel(title);
  return (
    <View className={classes.join(' ')} role="checkbox" ariaLabel={label} {...tap}>
      <View className="mk-item__box" />
      <View className="mk-item__main">
        <View className="mk-item__title">{title}</View>
        {end !== null && <View className="mk-item__end">{end}</View>}
      </View>
    </View>
  );
}
