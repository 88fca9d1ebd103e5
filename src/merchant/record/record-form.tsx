import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { NumberPad } from '../../components/number-pad';
import { PageFrame } from '../../components/page-frame';
import type { LedgerEntry } from '../../contract/sales';
import type { OwnShop } from '../../contract/shop';
import { formatMoneyPlain } from '../../domain/money';
import { type MerchantMessages, useMerchantText } from '../../i18n/merchant';
import { typedFen, yuanText, type SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { DraftNote } from '../shared/draft-note';
import { OddSheet } from '../shared/odd-sheet';
import { useOfflineMessage } from '../shared/shop-page';
import { useSubmit } from '../shared/use-submit';
import { AmountDisplay } from './amount-display';
import { AnswerView, type SavedAmount } from './answer-view';
import { CorrectionCard } from './correction-card';
import { DayForm } from './day-form';
import { HostField } from './host-field';
import { KindChoice } from './kind-choice';
import { MoreFields } from './more-fields';
import { PieceField } from './piece-field';
import { PreviewLine } from './preview-line';
import { ReturnDayField } from './return-day-field';
import { TargetCard } from './target-card';
import { UndoEntry } from './undo-entry';
import { useAnswer } from './use-answer';
import { useReturnDay } from './use-return-day';

/** Props of {@link RecordForm}. */
export interface RecordFormProps {
  shop: OwnShop;
  draft: SalesDraft;
  /** The entry being corrected. */
  replaced: LedgerEntry | null;
}

/** The most the amount takes at the top of the screen, with both notes beneath it. */
const DISPLAY_PX = 132;

/** The amount with its pad; once recorded, the road's move in its place. */
export const RecordForm = observer(function RecordForm({ shop, draft, replaced }: RecordFormProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantMoney.record;
  const submit = useSubmit(DISPLAY_PX);
  const offlineMessage = useOfflineMessage(null);
  // What the last try stored stands for the entry to correct, once that is known.
  const standing = draft.stored?.entry ?? replaced;
  const answer = useAnswer(shop, draft, standing);
  const [saved, setSaved] = useState<SavedAmount | null>(null);
  const amount = String(draft.fields.amountFen);
  // An amount that is there before the first key would only be mistaken for the start of another.
  const [isFresh, setFresh] = useState(true);
  if (saved) {
    return (
      <AnswerView
        shop={shop}
        saved={saved}
        subject={answer.subject}
        onAgain={() => {
          draft.restart({ ...draft.fields, amountFen: '', source: '' });
          setSaved(null);
        }}
      />
    );
  }
  const handleConfirm = async () => {
    if (amount === '') return ui.toast(words.typeFirst);
    // What was read may hold the amount already: then nothing tells what it was before.
    const { before, after } = draft.isInDoubt ? { before: null, after: null } : answer;
    await submit(draft, ({ entry }, warnings) => {
      const earlier = draft.earlier?.stored.entry ?? null;
      const notes = earlier ? [words.wasStored(formatMoneyPlain(earlier.amountFen))] : [];
      setSaved({
        entry,
        warnings: [...notes, ...warnings],
        before,
        after,
        isCorrection: replaced !== null,
        hasEarlier: earlier !== null,
      });
    });
    setFresh(true);
  };
  const isIdle = draft.isBusy || (replaced !== null && !draft.isDirty);
  const idleLabel = replaced ? words.pad.correct : words.pad.confirm;
  return (
    <PageFrame isSticky offlineMessage={offlineMessage}>
      <RecordFields
        shop={shop}
        draft={draft}
        replaced={replaced}
        answer={answer}
        isSelected={isFresh && amount !== ''}
        onDiscard={() => setFresh(true)}
      />
      <View className="record__pad">
        <NumberPad
          value={amount}
          isSelected={isFresh && amount !== ''}
          onChange={(next) => {
            setFresh(false);
            draft.set({ amountFen: next });
          }}
          onConfirm={() => void handleConfirm()}
          confirmLabel={draft.isBusy ? words.pad.saving : idleLabel}
          backLabel={words.pad.back}
          isIdle={isIdle}
        />
      </View>
      <OddSheet
        draft={draft}
        amountFen={typedFen(amount)}
        isSession={draft.fields.target.of === 'session'}
        onChange={(fen) => draft.set({ amountFen: yuanText(fen) })}
        onSend={() => void handleConfirm()}
      />
    </PageFrame>
  );
});

/** Props of {@link RecordFields}. */
interface RecordFieldsProps extends RecordFormProps {
  answer: ReturnType<typeof useAnswer>;
  isSelected: boolean;
  onDiscard: () => void;
}

/** Where, how much, what; then the rest. */
const RecordFields = observer(function RecordFields(props: RecordFieldsProps) {
  const { shop, draft, replaced, answer, isSelected } = props;
  const t = useMerchantText();
  const words = t.merchantMoney.record;
  const { kind, target } = draft.fields;
  const returnDay = useReturnDay(draft, answer.knownDay);
  const corrected = replaced && (draft.stored?.entry ?? replaced);
  return (
    <View className="record">
      <DraftNote
        draft={draft}
        at="top"
        sentWords={sentWords(draft, words)}
        onDiscard={props.onDiscard}
      />
      <TargetCard shop={shop} draft={draft} />
      <AmountDisplay draft={draft} isSelected={isSelected} />
      <KindChoice kind={kind} onChange={returnDay.chooseKind} />
      <PieceField draft={draft} />
      <HostField shop={shop} draft={draft} />
      {corrected && <CorrectionCard draft={draft} entry={corrected} />}
      {/* A group of its own: its first answer is not sent together with all that follows. */}
      <View>
        {!draft.isInDoubt && (
          <PreviewLine
            {...answer}
            // A correction that changes nothing yet moves nothing.
            after={replaced === null || draft.isDirty ? answer.after : null}
            kind={kind}
            isCorrection={replaced !== null}
          />
        )}
      </View>
      {replaced !== null && draft.isDirty && (
        <View className="record__note">{words.correctNote}</View>
      )}
      {target.of === 'day' && (
        <Card>
          <DayForm shop={shop} draft={draft} />
        </Card>
      )}
      {kind === 'refunded' && (
        <ReturnDayField draft={draft} bookedOn={answer.bookedOn} onChange={returnDay.chooseDay} />
      )}
      <MoreFields draft={draft} />
      {corrected && <UndoEntry shopId={shop.id} entry={corrected} />}
      <DraftNote draft={draft} at="foot" onDiscard={props.onDiscard} />
    </View>
  );
});

/** The words about what was sent before, with its amount. */
function sentWords(draft: SalesDraft, words: MerchantMessages['merchantMoney']['record']) {
  const fen = draft.sent && typedFen(draft.sent.amountFen);
  if (fen === null) return null;
  const amount = formatMoneyPlain(fen);
  return {
    uncertainChanged: words.uncertainChanged(amount),
    firstStored: words.firstStored(amount),
  };
}
