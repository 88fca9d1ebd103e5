import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { type ReactNode, useEffect, useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { PageFrame } from '../../components/page-frame';
import { TextField } from '../../components/text-field';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { SessionDuty } from '../../stores';
import { createDutyDraft, type DutyDraft, dutyFields } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { CheckRow } from '../shared/check-row';
import { DraftNote } from '../shared/draft-note';
import { useDuty } from '../shared/merchant-stores';
import { useDraft } from '../shared/use-draft';
import { useCreditCodeHint } from '../shared/credit-code-hint';
import { useSubmit } from '../shared/use-submit';
import { CheckRows } from './check-rows';

/** Props of {@link StatementForm}. */
export interface StatementFormProps {
  known: SessionDuty;
  offlineMessage: string | null;
  head: ReactNode;
  /** The rest of the page. */
  children: ReactNode;
}

/** What is stated of a session, filled in already: one tap confirms it. */
export const StatementForm = observer(function StatementForm(props: StatementFormProps) {
  const { known, offlineMessage, head, children } = props;
  const { ui } = useStores();
  const store = useDuty();
  const t = useMerchantText();
  const words = t.merchantDuty.page;
  const submit = useSubmit();
  const [isStale, setStale] = useState(false);
  const draft = useDraft((device) => createDutyDraft(device, store, known));
  useEffect(() => {
    // Read again, or a check was ticked: what the person typed stays.
    draft.rebase(dutyFields(known, store.signature));
  }, [draft, known, store]);
  const handleSave = async () => {
    setStale(false);
    const result = await submit(draft, ({ duty }, [warning]) => {
      draft.restart(dutyFields({ ...known, duty }, store.signature));
      ui.toast(warning ?? words.saved);
    });
    if (!result.ok && result.error.code === 'stale_version') setStale(true);
  };
  const isFirst = known.duty.confirmed === null;
  const { isIdentityChecked, isLicenceChecked } = draft.fields;
  // The button claims no check that is not ticked.
  const first = isIdentityChecked && isLicenceChecked ? words.confirm : words.confirmPart;
  const footer = (
    <Button kind="primary" isBusy={draft.isBusy} onTap={() => void handleSave()}>
      {isFirst ? first : words.save}
    </Button>
  );
  const isOffered = isFirst || draft.isDirty || draft.isUncertain;
  return (
    <PageFrame offlineMessage={offlineMessage} {...(isOffered ? { footer } : {})}>
      {isStale && <View className="duty__stale">{words.stale}</View>}
      {head}
      <DraftNote draft={draft} at="top" />
      <Card>
        <CheckRows duty={known.duty} draft={draft} />
        <SellerFields draft={draft} />
        <CheckRow
          label={words.ai}
          note={
            draft.fields.isAiPresenter === known.duty.session.isAiPresenter
              ? words.aiNote
              : words.aiDiffers
          }
          isOn={draft.fields.isAiPresenter}
          onChange={(isOn) => draft.set({ isAiPresenter: isOn })}
        />
        <TextField
          label={words.signature}
          mark={t.common.state.optional}
          hint={words.signatureHint}
          value={draft.fields.signature ?? ''}
          onChange={(signature) => draft.set({ signature })}
          onBlur={() => draft.touch('signature')}
          issue={wordIssue(draft.issueAt('signature'), t)}
        />
      </Card>
      <DraftNote draft={draft} at="foot" />
      {children}
    </PageFrame>
  );
});

const SellerFields = observer(function SellerFields({ draft }: { draft: DutyDraft }) {
  const t = useMerchantText();
  const words = t.merchantDuty.page;
  const { who, name, creditCode, permitNo } = draft.fields.seller;
  const issue = (field: 'name' | 'creditCode' | 'permitNo') =>
    wordIssue(draft.issueAt(`seller.${field}`), t);
  const optional = t.common.state.optional;
  const codeHint = useCreditCodeHint(creditCode, words.creditCodeHint);
  return (
    <>
      <ChoiceField
        label={words.seller}
        options={[
          { value: 'store', label: words.sellerStore },
          { value: 'other', label: words.sellerOther },
        ]}
        value={who}
        onChange={(choice) => draft.set({ seller: { who: choice } })}
        {...(who === 'other' ? { hint: words.sellerNote } : {})}
      />
      {who === 'other' && (
        <>
          <TextField
            label={words.sellerName}
            value={name}
            onChange={(value) => draft.set({ seller: { name: value } })}
            onBlur={() => draft.touch('seller.name')}
            issue={issue('name')}
          />
          <TextField
            label={words.creditCode}
            mark={optional}
            hint={codeHint}
            value={creditCode ?? ''}
            onChange={(value) => draft.set({ seller: { creditCode: value } })}
            onBlur={() => draft.touch('seller.creditCode')}
            issue={issue('creditCode')}
          />
          <TextField
            label={words.permitNo}
            mark={optional}
            hint={words.permitNoHint}
            value={permitNo ?? ''}
            onChange={(value) => draft.set({ seller: { permitNo: value } })}
            onBlur={() => draft.touch('seller.permitNo')}
            issue={issue('permitNo')}
          />
        </>
      )}
    </>
  );
});
