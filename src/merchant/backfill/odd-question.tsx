import { observer } from 'mobx-react-lite';

import { type BackfillDraft, typedFen, yuanText } from '../../stores/drafts';
import { OddSheet } from '../shared/odd-sheet';

/** Props of {@link OddQuestion}. */
export interface OddQuestionProps {
  draft: BackfillDraft;
  onSend: () => void;
}

/** Asks about a past session or its first figure; the form stays as typed in any case. */
export const OddQuestion = observer(function OddQuestion({ draft, onSend }: OddQuestionProps) {
  const { figure, confirmed } = draft.fields;
  return (
    <OddSheet
      error={draft.error}
      amountFen={typedFen(figure.amountFen)}
      isSession
      onChange={(fen) => draft.set({ figure: { amountFen: yuanText(fen) } })}
      onConfirm={(oddity) => {
        draft.set({ confirmed: [...confirmed, oddity] });
        onSend();
      }}
      onClose={() => draft.set({})}
    />
  );
});
