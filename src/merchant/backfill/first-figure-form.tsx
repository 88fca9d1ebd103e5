import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { TextField } from '../../components/text-field';
import { ENTRY_KINDS, SELF_BASES } from '../../domain/sales/entry';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { type BackfillDraft, isBlank } from '../../stores/drafts';
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
  const { kind, amountFen, basis, source } = draft.fields.figure;
  const amount = String(amountFen);
  return (
    <Card title={words.figure}>
      <View className="backfill__note">{words.figureNote}</View>
      <TextField
        label={words.amount}
        mark={t.common.state.optional}
        placeholder={words.amountPlaceholder}
        value={amount}
        onChange={(value) => draft.set({ figure: { amountFen: value } })}
        onBlur={() => draft.touch('figure.amountFen')}
        issue={draft.issueAt('figure.amountFen') && amountIssue(amount, t)}
      />
      {!isBlank(amount) && (
        <>
          <ChoiceField
            label={words.kind}
            options={choicesOf(ENTRY_KINDS, t.merchantMoney.entryKind)}
            value={kind}
            onChange={(value) => draft.set({ figure: { kind: value } })}
            hint={kind === null ? '' : t.merchantMoney.record.kindNote[kind]}
          />
          <ChoiceField
            label={words.basis}
            options={choicesOf(SELF_BASES, t.merchantMoney.basis)}
            value={basis}
            onChange={(value) => draft.set({ figure: { basis: value } })}
          />
          <TextField
            label={words.source}
            mark={t.common.state.optional}
            hint={words.sourceHint}
            value={source ?? ''}
            onChange={(value) => draft.set({ figure: { source: value } })}
            onBlur={() => draft.touch('figure.source')}
            issue={wordIssue(draft.issueAt('figure.source'), t)}
          />
        </>
      )}
    </Card>
  );
});
