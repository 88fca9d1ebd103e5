import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { useMerchantText } from '../../i18n/merchant';
import './draft-note.css';

/** What the note needs to know of a draft. */
interface NotedDraft {
  isDirty: boolean;
  isRestored: boolean;
  isUncertain: boolean;
  discard(): void;
}

/** Props of {@link DraftNote}. */
export interface DraftNoteProps {
  draft: NotedDraft;
  /**
   * `top`: what was found or left open when the page opened. `foot`: that typing is being kept; at
   * the top it would push the field away from under the finger.
   */
  at: 'top' | 'foot';
}

/** Says that the typed text is kept on this device, and offers to delete it. */
export const DraftNote = observer(function DraftNote({ draft, at }: DraftNoteProps) {
  const t = useMerchantText();
  const { draftKept, draftRestored } = t.common.state;
  if ((at === 'top') !== (draft.isUncertain || draft.isRestored)) return null;
  if (draft.isUncertain) {
    return <View className="mk-draft mk-draft--warn">{t.merchantShop.uncertain}</View>;
  }
  if (!draft.isDirty) return null;
  return (
    <View className="mk-draft">
      <View>{draft.isRestored ? draftRestored : draftKept}</View>
      <View className="mk-draft__action" role="button" onClick={() => draft.discard()}>
        {t.merchantShop.discard}
      </View>
    </View>
  );
});
