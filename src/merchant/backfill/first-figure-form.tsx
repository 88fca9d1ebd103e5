import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { TextField } from '../../components/text-field';
import { ENTRY_KINDS, SELF_BASES } from '../../domain/sales/entry';
import { wordIssue } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { BackfillDraft } from '../../stores/drafts';
import { amountIssue } from '../shared/amount-issue';
import { choicesOf } from '../shared/choices';

/** The first figure of a past session; stored with it or not at all. */
export const FirstFigureForm = observer(function FirstFigureForm({
  draft,
}: {
  draft: BackfillDraft;
}) {
  const t = useMerchantText();
  const words = t.merchantSession.backfill;
  const { fields } = draft;
  const isAsked = fields.amount.trim() !== '';
  return (
    <Card title={words.figure}>
      <View className="backfill__note">{words.figureNote}</View>
      <TextField
        label={words.amount}
        mark={t.common.state.optional}
        placeholder={words.amountPlaceholder}
        value={fields.amount}
        onChange={(amount) => draft.set({ amount })}
        onBlur={() => draft.touch('figure.amountFen')}
        issue={draft.issueAt('figure.amountFen') && amountIssue(fields.amount, t)}
      />
      {isAsked && (
        <>
          <ChoiceField
            label={words.kind}
            options={choicesOf(ENTRY_KINDS, t.common.entryKind)}
            value={fields.kind}
            onChange={(kind) => draft.set({ kind })}
            hint={t.merchantMoney.record.kindNote[fields.kind]}
          />
          <ChoiceField
            label={words.basis}
            options={choicesOf(SELF_BASES, t.common.basis)}
            value={fields.basis}
            onChange={(basis) => draft.set({ basis })}
          />
          <TextField
            label={words.source}
            mark={t.common.state.optional}
            hint={words.sourceHint}
            value={fields.source}
            onChange={(source) => draft.set({ source })}
            onBlur={() => draft.touch('figure.source')}
            issue={wordIssue(draft.issueAt('figure.source'), t)}
          />
        </>
      )}
    </Card>
  );
});
