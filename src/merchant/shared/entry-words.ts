import type { LedgerEntry } from '../../contract/sales';
import { shopIdOf } from '../../domain/shop/ids';
import { useReader, wordChinaDay, wordInstant } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Words for an entry of the ledger. */
export function useEntryWords(now: string) {
  const { shops } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const { lang } = reader;
  const words = t.merchantMoney.ledger;
  return {
    kind: (entry: LedgerEntry): string => t.merchantMoney.entryKind[entry.kind],
    /** Basis with its source, day, and what became of it if it no longer counts. */
    note: (entry: LedgerEntry): string =>
      [
        t.merchantMoney.basis[entry.basis],
        entry.source,
        words.bookedOn(wordChinaDay(entry.bookedOn, now, lang)),
        entry.status === 'counts' ? null : words.status[entry.status],
      ]
        .filter((part) => part !== null)
        .join(' · '),
    /** Label and text of everything else, for the sheet of one entry. */
    lines: (entry: LedgerEntry): [string, string][] => {
      const { soldFor } = entry;
      const seller = entry.hostId === null ? null : shops.host(entry.hostId);
      const unknown = entry.hostId === null ? t.merchantHosts.unassigned.title : '…';
      const soldBy = seller?.name ?? unknown;
      const forWhom = [soldFor.name, words.aboveThreshold[soldFor.aboveThresholdHuadu]];
      return [
        [words.basis, t.merchantMoney.basis[entry.basis]],
        [words.source, entry.source ?? t.common.state.notSaid],
        [words.session, entry.sessionTitle ?? words.noSession],
        ...(shops.shop(shopIdOf(entry.id))?.hostCount === 0
          ? []
          : [[t.merchantMoney.record.soldBy, soldBy] as [string, string]]),
        [words.soldFor, forWhom.filter((part) => part !== null).join(' · ')],
        [words.booked, wordChinaDay(entry.bookedOn, now, lang)],
        [
          words.recorded,
          `${wordInstant(entry.recordedAt, now, reader)} · ${words.by[entry.recordedBy]}`,
        ],
      ];
    },
  };
}
