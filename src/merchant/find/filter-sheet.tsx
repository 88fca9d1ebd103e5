import { observer } from 'mobx-react-lite';
import { View } from '@tarojs/components';

import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { Sheet } from '../../components/sheet';
import { FIRST_DAY, addDays } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { SessionFilter } from '../../stores/find-store';
import { useStores } from '../../stores-context';
import { HostChoiceField } from '../shared/host-choice-field';
import { PickerField } from '../shared/picker-field';
import type { FilterChipsProps } from './filter-chips';

/** Props of {@link FilterSheet}. */
export interface FilterSheetProps extends FilterChipsProps {
  isOpen: boolean;
  onClose: () => void;
}

const STATES = [
  'all',
  'upcoming',
  'on_air',
  'unconfirmed',
  'to_record',
  'ended',
  'cancelled',
] as const;
const ANY = '';
/** Days ahead that can be chosen: as far as sessions are planned. */
const DAYS_AHEAD = 731;

/** State, host, account and days; a choice shows at once in the list behind. */
export const FilterSheet = observer(function FilterSheet(props: FilterSheetProps) {
  const { isOpen, shop, filter, onChange, onClear, onClose } = props;
  const { ui, shops } = useStores();
  const words = useMerchantText().merchantFind;
  const lang = useLang();
  const set = (change: Partial<SessionFilter>) => onChange({ ...filter, ...change });
  const any = { value: ANY, label: words.any };
  const hosts = shops.hosts(shop.id);
  const accounts = shop.accounts.map(({ id, name }) => ({ value: id, label: name }));
  const { from, to } = filter;
  const last = addDays(ui.today, DAYS_AHEAD);
  const day = (value: string | null) => value && wordChinaDay(value, ui.now, lang);
  return (
    <Sheet isOpen={isOpen} onClose={onClose} closeLabel={words.done} title={words.filter}>
      <ChoiceField
        label={words.state}
        options={STATES.map((value) => ({ value, label: words.states[value] }))}
        value={filter.tab}
        onChange={(tab) => set({ tab })}
      />
      {hosts.length > 1 && (
        <HostChoiceField
          label={words.host}
          hosts={hosts}
          none={words.any}
          value={filter.hostId}
          onChange={(hostId) => set({ hostId })}
        />
      )}
      {accounts.length > 1 && (
        <ChoiceField
          label={words.account}
          options={[any, ...accounts]}
          value={filter.accountId ?? ANY}
          onChange={(accountId) => set({ accountId: accountId === ANY ? null : accountId })}
        />
      )}
      <View className="find__days">
        <View className="find__day">
          <PickerField
            label={words.from}
            mode="date"
            value={from}
            text={day(from)}
            placeholder={words.any}
            start={FIRST_DAY}
            end={to ?? last}
            onChange={(value) => set({ from: value })}
          />
        </View>
        <View className="find__day">
          <PickerField
            label={words.to}
            mode="date"
            value={to}
            text={day(to)}
            placeholder={words.any}
            start={from ?? FIRST_DAY}
            end={last}
            onChange={(value) => set({ to: value })}
          />
        </View>
      </View>
      <Button kind="quiet" onTap={onClear}>
        {words.clearAll}
      </Button>
    </Sheet>
  );
});
