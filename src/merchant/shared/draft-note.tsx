import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { type MerchantMessages, useMerchantText } from '../../i18n/merchant';
import './draft-note.css';

/** What the note needs to know of a draft. */
interface NotedDraft {
  isDirty: boolean;
  isRestored: boolean;
  isUncertain: boolean;
  isChangedSince: boolean;
  isKept: boolean;
  /** null while nothing of the draft is known to be stored. */
  stored: object | null;
  discard(): void;
}

/** What was sent before, in words of its own. */
interface SentWords {
  uncertainChanged: string;
  firstStored: string;
}

/** Props of {@link DraftNote}. */
export interface DraftNoteProps {
  draft: NotedDraft;
  /**
   * `top`: what was found or left open when the page opened. `foot`: that typing is being kept; at
   * the top it would push the field away from under the finger.
   */
  at: 'top' | 'foot';
  /** null: the words of any form. */
  sentWords?: SentWords | null;
  onDiscard?: () => void;
}

/** What is not known, or only known by now, of a write that was sent; null when there is none. */
function openWrite(draft: NotedDraft, words: SentWords, t: MerchantMessages): string | null {
  if (draft.isUncertain) {
    return draft.isChangedSince ? words.uncertainChanged : t.merchantShop.uncertain;
  }
  return draft.stored !== null && draft.isChangedSince ? words.firstStored : null;
}

/** Says whether the typed text is kept on this device, and offers to delete it. */
export const DraftNote = observer(function DraftNote(props: DraftNoteProps) {
  const { draft, at, sentWords, onDiscard } = props;
  const t = useMerchantText();
  const open = openWrite(draft, sentWords ?? t.merchantShop, t);
  const isHere = (at === 'top') === (open !== null || draft.isRestored);
  return (
    <>
      {!draft.isKept && <View className="mk-draft mk-draft--warn">{t.merchantShop.notKept}</View>}
      {isHere && open !== null && <View className="mk-draft mk-draft--warn">{open}</View>}
      {isHere && open === null && draft.isKept && draft.isDirty && (
        <KeptNote draft={draft} onDiscard={onDiscard} />
      )}
    </>
  );
});

const KeptNote = observer(function KeptNote(props: {
  draft: NotedDraft;
  onDiscard: (() => void) | undefined;
}) {
  const { draft, onDiscard } = props;
  const t = useMerchantText();
  const { draftKept, draftRestored } = t.common.state;
  const handleDiscard = (): void => {
    draft.discard();
    onDiscard?.();
  };
  return (
    <View className="mk-draft">
      <View>{draft.isRestored ? draftRestored : draftKept}</View>
      <View className="mk-draft__action" role="button" onClick={handleDiscard}>
        {t.merchantShop.discard}
      </View>
    </View>
  );
});
