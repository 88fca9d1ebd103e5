import { View } from '@tarojs/components';
import { useState } from 'react';

import { NumberPad } from '../../components/number-pad';
import { Sheet } from '../../components/sheet';
import type { ConsoleMark, Reading } from '../../domain/console/marks';
import { groupTyped } from '../../domain/money';
import { useReader, wordClockOf } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { typedFen } from '../../stores/drafts';
import { wordReading } from '../shared/mark-words';

/** Props of {@link ReadingSheet}. */
export interface ReadingSheetProps {
  kind: Reading;
  /** The reading before; null at the first. */
  last: ConsoleMark | null;
  onSave: (value: number) => void;
  onClose: () => void;
}

/** What was typed as a reading: fen, or a whole number of people or orders; null while it is none. */
function valueOf(kind: Reading, typed: string): number | null {
  const fen = typedFen(typed);
  if (fen === null || kind === 'paid') return fen;
  return fen % 100 === 0 ? fen / 100 : null;
}

/** The pad for one reading, at the foot of the screen. */
export function ReadingSheet({ kind, last, onSave, onClose }: ReadingSheetProps) {
  const reader = useReader();
  const t = useMerchantText();
  const words = t.merchantConsole;
  const [typed, setTyped] = useState('');
  const value = valueOf(kind, typed);
  const before =
    last === null
      ? words.readingNote
      : words.readingLast(wordReading(last), wordClockOf(last.at, reader));
  return (
    <Sheet
      isOpen
      title={words.readingIn[kind]}
      closeLabel={t.common.action.close}
      onClose={onClose}
    >
      <View className="console__typed">{typed === '' ? '—' : groupTyped(typed)}</View>
      <View className="console__typed-note">{before}</View>
      <View className="console__pad">
        <NumberPad
          value={typed}
          onChange={setTyped}
          onConfirm={() => value !== null && onSave(value)}
          confirmLabel={words.save}
          backLabel={words.backKey}
          isIdle={value === null}
        />
      </View>
    </Sheet>
  );
}
