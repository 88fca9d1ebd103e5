import { View } from '@tarojs/components';

import { StatusMark } from '../../components/status-mark';
import { useMerchantText } from '../../i18n/merchant';
import './words-note.css';

/** Props of {@link WordsNote}. */
export interface WordsNoteProps {
  /** Which words others do not see yet. */
  waiting: readonly { readonly state: 'waiting' | 'refused'; readonly shown: string | null }[];
}

/** States that others do not see some words yet, and what they see instead; nothing where they do. */
export function WordsNote({ waiting }: WordsNoteProps) {
  const words = useMerchantText().merchantForms.words;
  const isRefused = waiting.some(({ state }) => state === 'refused');
  const [first] = waiting;
  if (first === undefined) return null;
  const instead = waiting.length === 1 && first.shown ? words.instead(first.shown) : words.earlier;
  return (
    <View className="words-note">
      <StatusMark
        shape={isRefused ? 'no' : 'waiting'}
        label={isRefused ? words.refused : words.waiting}
      />
      <View className="hl-secondary">{isRefused ? words.change : instead}</View>
    </View>
  );
}
