import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { useText } from '../../i18n';
import './draft-note.css';

/** What the note needs to know of a draft. */
interface NotedDraft {
  isDirty: boolean;
  isRestored: boolean;
  isUncertain: boolean;
  discard(): void;
}

/** Says that what was typed is kept on this device, and lets it be thrown away. */
export const DraftNote = observer(function DraftNote({ draft }: { draft: NotedDraft }) {
  const t = useText();
  const { draftKept, draftRestored } = t.common.state;
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
