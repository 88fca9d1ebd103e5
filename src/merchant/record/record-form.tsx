import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { NumberPad } from '../../components/number-pad';
import { PageFrame } from '../../components/page-frame';
import type { LedgerEntry } from '../../contract/sales';
import type { OwnShop } from '../../contract/shop';
import { ENTRY_KINDS } from '../../domain/sales/entry';
import { usualReturnDay } from '../../domain/sales/return-age';
import { chinaDayOf } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { DraftNote } from '../shared/draft-note';
import { useOfflineMessage } from '../shared/shop-page';
import { useSubmit } from '../shared/use-submit';
import { AmountDisplay } from './amount-display';
import { AnswerView, type SavedAmount } from './answer-view';
import { HostField } from './host-field';
import { MoreFields } from './more-fields';
import { OddQuestion } from './odd-question';
import { PreviewLine } from './preview-line';
import { ReturnDayField } from './return-day-field';
import { TargetCard } from './target-card';
import { useAnswer } from './use-answer';

/** Props of {@link RecordForm}. */
export interface RecordFormProps {
  shop: OwnShop;
  draft: SalesDraft;
  /** The entry being corrected. */
  replaced: LedgerEntry | null;
}

/** The amount with its pad; once recorded, the road's move in its place. */
export const RecordForm = observer(function RecordForm({ shop, draft, replaced }: RecordFormProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantMoney.record;
  const submit = useSubmit();
  const offlineMessage = useOfflineMessage(null);
  const answer = useAnswer(shop, draft, replaced);
  const [saved, setSaved] = useState<SavedAmount | null>(null);
  const { kind } = draft.fields;
  const amount = String(draft.fields.amountFen);
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
  const handleConfirm = () => {
    if (amount === '') return ui.toast(words.typeFirst);
    const { before, after } = answer;
    void submit(draft, ({ entry }, warnings) =>
      setSaved({ entry, warnings, before, after, isCorrection: replaced !== null }),
    );
  };
  const idleLabel = replaced ? words.pad.correct : words.pad.confirm;
  return (
    <PageFrame offlineMessage={offlineMessage}>
      <View className="record">
        <DraftNote draft={draft} at="top" />
        <TargetCard shop={shop} draft={draft} />
        <AmountDisplay draft={draft} />
        <View className="record__kinds">
          {ENTRY_KINDS.map((choice) => (
            <View
              key={choice}
              role="radio"
              className={choice === kind ? 'record__kind record__kind--chosen' : 'record__kind'}
              onClick={() =>
                draft.set({
                  kind: choice,
                  returnedOn: usualReturnDay(answer.bookedOn, chinaDayOf(ui.now)),
                })
              }
            >
              {t.common.entryKind[choice]}
            </View>
          ))}
        </View>
        <PreviewLine
          {...answer}
          // A correction that changes nothing yet moves nothing.
          after={replaced === null || draft.isDirty ? answer.after : null}
          kind={kind}
          isCorrection={replaced !== null}
        />
        <HostField shop={shop} draft={draft} />
        {kind === 'refunded' && <ReturnDayField draft={draft} bookedOn={answer.bookedOn} />}
        <MoreFields draft={draft} />
        <DraftNote draft={draft} at="foot" />
      </View>
      <View className="record__pad">
        <NumberPad
          value={amount}
          onChange={(next) => draft.set({ amountFen: next })}
          onConfirm={handleConfirm}
          confirmLabel={draft.isBusy ? words.pad.saving : idleLabel}
          backLabel={words.pad.back}
          isIdle={draft.isBusy || (replaced !== null && !draft.isDirty)}
        />
      </View>
      <OddQuestion draft={draft} onSend={handleConfirm} />
    </PageFrame>
  );
});
