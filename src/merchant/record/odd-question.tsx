import { observer } from 'mobx-react-lite';

import { type SalesDraft, typedFen, yuanText } from '../../stores/drafts';
import { OddSheet } from '../shared/odd-sheet';

/** Props of {@link OddQuestion}. */
export interface OddQuestionProps {
  draft: SalesDraft;
  onSend: () => void;
}

/** Asks about the amount that was to be recorded; it stays typed in any case. */
export const OddQuestion = observer(function OddQuestion({ draft, onSend }: OddQuestionProps) {
  const { amountFen, target, confirmed } = draft.fields;
  return (
    <OddSheet
      error={draft.error}
      amountFen={typedFen(amountFen)}
      isSession={target.of === 'session'}
      onChange={(fen) => draft.set({ amountFen: yuanText(fen) })}
      onConfirm={(oddity) => {
        draft.set({ confirmed: [...confirmed, oddity] });
        onSend();
      }}
      onClose={() => draft.set({})}
    />
  );
});
