import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { TextField } from '../../components/text-field';
import { SELF_BASES } from '../../domain/sales/entry';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { choicesOf } from '../shared/choices';

const ANSWERS = ['yes', 'no', 'unknown'] as const;

/** Where the figure comes from and for whom was sold: folded away, good as it stands. */
export const MoreFields = observer(function MoreFields({ draft }: { draft: SalesDraft }) {
  const t = useMerchantText();
  const words = t.merchantMoney.record;
  const { basis, source, soldFor } = draft.fields;
  const isFilled = (source ?? '') !== '' || soldFor.aboveThresholdHuadu !== null;
  const [isOpen, setOpen] = useState(isFilled);
  if (!isOpen) {
    return (
      <Card>
        <View className="record__fold" role="button" onClick={() => setOpen(true)}>
          <View>{words.more}</View>
          <View className="record__fold-value">{basis && t.merchantMoney.basis[basis]}</View>
          <View className="record__fold-arrow" />
        </View>
      </Card>
    );
  }
  return (
    <Card>
      <ChoiceField
        label={words.basis}
        options={choicesOf(SELF_BASES, t.merchantMoney.basis)}
        value={basis}
        onChange={(value) => draft.set({ basis: value })}
      />
      <TextField
        label={words.source}
        mark={t.common.state.optional}
        hint={words.sourceHint}
        value={source ?? ''}
        onChange={(value) => draft.set({ source: value })}
        onBlur={() => draft.touch('source')}
        issue={wordIssue(draft.issueAt('source'), t)}
      />
      <ChoiceField
        label={words.soldFor}
        hint={words.soldForNote}
        options={choicesOf(ANSWERS, words.soldForAnswer)}
        value={soldFor.aboveThresholdHuadu}
        onChange={(answer) => draft.set({ soldFor: { aboveThresholdHuadu: answer } })}
      />
      {soldFor.aboveThresholdHuadu === 'yes' && (
        <TextField
          label={words.soldForName}
          mark={t.common.state.optional}
          value={soldFor.name ?? ''}
          onChange={(name) => draft.set({ soldFor: { name } })}
          onBlur={() => draft.touch('soldFor.name')}
          issue={wordIssue(draft.issueAt('soldFor.name'), t)}
        />
      )}
    </Card>
  );
});
