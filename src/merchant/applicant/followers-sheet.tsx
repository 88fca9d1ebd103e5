import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import type { Account } from '../../contract/shop';
import { chinaDayOf, FIRST_DAY } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { createFollowersDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { DraftNote } from '../shared/draft-note';
import { PickerField } from '../shared/picker-field';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';

/** Props of {@link FollowersSheet}. */
export interface FollowersSheetProps {
  shopId: string;
  account: Account;
  onClose: () => void;
}

/** A reading: how many followers were seen, and on which day. */
export const FollowersSheet = observer(function FollowersSheet(props: FollowersSheetProps) {
  const { shopId, account, onClose } = props;
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantShop.applicant;
  const submit = useSubmit();
  const draft = useDraft((device) =>
    createFollowersDraft(device, shops, { shopId, accountId: account.id }),
  );
  const { count, readOn } = draft.fields;
  const countIssue = draft.issueAt('count');
  const handleSubmit = () =>
    void submit(draft, () => {
      ui.toast(words.recorded);
      onClose();
    });
  return (
    <Sheet
      isOpen
      onClose={onClose}
      closeLabel={t.common.action.close}
      title={`${t.common.platform[account.platform]} ${account.name}`}
    >
      <View className="applicant__form">
        <DraftNote draft={draft} at="top" />
        <TextField
          label={words.count}
          hint={`${words.countHint} · ${words.countExact}`}
          value={String(count)}
          onChange={(value) => draft.set({ count: value })}
          onBlur={() => draft.touch('count')}
          issue={countIssue === 'fractional' ? words.countWhole : wordIssue(countIssue, t)}
        />
        <PickerField
          label={words.readOn}
          mode="date"
          value={readOn}
          text={wordChinaDay(readOn, ui.now, lang)}
          start={FIRST_DAY}
          end={chinaDayOf(ui.now)}
          onChange={(day) => draft.set({ readOn: day })}
          issue={wordIssue(draft.issueAt('readOn'), t)}
        />
      </View>
      <Button kind="primary" isBusy={draft.isBusy} onTap={handleSubmit}>
        {t.common.action.save}
      </Button>
    </Sheet>
  );
});
