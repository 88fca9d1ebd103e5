import { observer } from 'mobx-react-lite';

import { ChoiceField } from '../../components/choice-field';
import type { OwnShop } from '../../contract/shop';
import { chinaDayOf, FIRST_DAY } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { accountChoices, choiceOfId, idOfChoice } from '../shared/choices';
import { PickerField } from '../shared/picker-field';

/** Props of {@link DayForm}. */
export interface DayFormProps {
  shop: OwnShop;
  draft: SalesDraft;
}

/** An amount outside any session: its day and account. */
export const DayForm = observer(function DayForm({ shop, draft }: DayFormProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantMoney.record;
  const { bookedOn, accountId } = draft.fields.target;
  const handleAccount = (choice: string): void => {
    const chosen = shop.accounts.find(({ id }) => id === choice);
    // An account that is one host's own says who sold.
    const own = chosen && chosen.hostId !== null ? { hostId: chosen.hostId } : {};
    draft.set({ target: { accountId: idOfChoice(choice), ...own } });
  };
  return (
    <>
      <PickerField
        label={words.day}
        mode="date"
        value={bookedOn}
        text={wordChinaDay(bookedOn, ui.now, lang)}
        start={FIRST_DAY}
        end={chinaDayOf(ui.now)}
        onChange={(day) => draft.set({ target: { bookedOn: day } })}
        issue={wordIssue(draft.issueAt('target.bookedOn'), t)}
      />
      <ChoiceField
        label={words.account}
        options={accountChoices(shop.accounts, words.noAccount, t)}
        value={choiceOfId(accountId)}
        onChange={handleAccount}
      />
    </>
  );
});
