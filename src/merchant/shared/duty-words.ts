import type { DutyItem, DutyMark } from '../../contract/duty';
import { STARTING_LIST_IDS } from '../../domain/duty/checklist';
import { useReader, wordInstant } from '../../i18n';
import { type MerchantMessages, useMerchantText } from '../../i18n/merchant';

/** Words for who did something, and when, beside `now`. */
export function useMarkWords() {
  const t = useMerchantText();
  const reader = useReader();
  const who = ({ by, name, role }: DutyMark): string =>
    by === 'you' ? t.merchantSession.session.by.you : (name ?? t.common.role[role]);
  return {
    who,
    mark: (mark: DutyMark, now: string): string =>
      t.merchantDuty.mark(who(mark), wordInstant(mark.at, now, reader)),
  };
}

/** The words of an item: the product's, or the store's own. */
export function itemWords(
  { known, text }: Pick<DutyItem, 'known' | 'text'>,
  t: MerchantMessages,
): string {
  return known === null ? (text ?? '') : t.merchantDuty.item[known];
}

/** The name of a list: its own, or that of a list to start from. */
export function listWords(
  { id, name }: { id: string; name: string | null },
  t: MerchantMessages,
): string {
  const starting = STARTING_LIST_IDS.find((known) => known === id);
  return name ?? (starting === undefined ? '' : t.merchantDuty.startingList[starting]);
}
