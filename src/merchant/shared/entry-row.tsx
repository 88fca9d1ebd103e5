import { View } from '@tarojs/components';

import { Row } from '../../components/row';
import type { LedgerEntry } from '../../contract/sales';
import { formatMoney } from '../../domain/money';
import { useLang } from '../../i18n';
import { useEntryWords } from './entry-words';
import './entry-row.css';

/** Props of {@link EntryRow}. */
export interface EntryRowProps {
  entry: LedgerEntry;
  now: string;
  /** Stands before the basis, e.g. the session's title. */
  about?: string | null;
  onTap: () => void;
}

/** One entry of the ledger; one that no longer counts is struck out and marked. */
export function EntryRow({ entry, now, about, onTap }: EntryRowProps) {
  const lang = useLang();
  const words = useEntryWords(now);
  const counts = entry.status === 'counts';
  const sign = entry.kind === 'refunded' && entry.amountFen > 0 ? '−' : '';
  return (
    <Row
      title={words.kind(entry)}
      note={about ? `${about} · ${words.note(entry)}` : words.note(entry)}
      value={
        <View className={counts ? 'mk-entry__amount' : 'mk-entry__amount mk-entry__amount--gone'}>
          {sign + formatMoney(entry.amountFen, lang)}
        </View>
      }
      onTap={onTap}
    />
  );
}
