import { observer } from 'mobx-react-lite';

import { ChoiceField } from '../../components/choice-field';
import type { OwnShop } from '../../contract/shop';
import { chinaDayOf, FIRST_DAY } from '../../domain/time';
import { useLang, wordChinaDay, wordIssue } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { accountChoices, choiceOfId, hostChoices, idOfChoice } from '../shared/choices';
import { PickerField } from '../shared/picker-field';

/** Props of {@link DayForm}. */
export interface DayFormProps {
  shop: OwnShop;
  draft: SalesDraft;
}

/** An amount outside any session: its day, account and host. */
export const DayForm = observer(function DayForm({ shop, draft }: DayFormProps) {
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantMoney.record;
  const { bookedOn, hostId, accountId } = draft.fields.target;
  const hosts = shops.hosts(shop.id);
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
        onChange={(choice) => draft.set({ target: { accountId: idOfChoice(choice) } })}
      />
      {hosts.length > 0 && (
        <ChoiceField
          label={words.host}
          options={hostChoices(hosts, words.noHost)}
          value={choiceOfId(hostId)}
          onChange={(choice) => draft.set({ target: { hostId: idOfChoice(choice) } })}
        />
      )}
    </>
  );
});
