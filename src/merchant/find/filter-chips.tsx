import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import type { OwnShop } from '../../contract/shop';
import { useLang, wordChinaDay } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { SessionFilter } from '../../stores/find-store';
import { useStores } from '../../stores-context';

/** Props of {@link FilterChips}. */
export interface FilterChipsProps {
  shop: OwnShop;
  filter: SessionFilter;
  onChange: (filter: SessionFilter) => void;
  onClear: () => void;
}

/** What is filtered by, each with a tap that takes it away. */
export const FilterChips = observer(function FilterChips(props: FilterChipsProps) {
  const { shop, filter, onChange, onClear } = props;
  const { ui, shops } = useStores();
  const words = useMerchantText().merchantFind;
  const lang = useLang();
  const { tab, hostId, accountId, from, to } = filter;
  const account = shop.accounts.find(({ id }) => id === accountId);
  const host = hostId === null ? null : shops.host(hostId);
  const day = (value: string): string => wordChinaDay(value, ui.now, lang);
  const chips: [label: string, without: Partial<SessionFilter>][] = [];
  if (tab !== 'all') chips.push([words.states[tab], { tab: 'all' }]);
  if (host) chips.push([host.name, { hostId: null }]);
  if (account) chips.push([account.name, { accountId: null }]);
  if (from !== null) chips.push([words.fromDay(day(from)), { from: null }]);
  if (to !== null) chips.push([words.toDay(day(to)), { to: null }]);
  if (chips.length === 0) return null;
  return (
    <>
      <View className="find__chips">
        {chips.map(([label, without]) => (
          <View
            key={label}
            className="find__chip"
            role="button"
            onClick={() => onChange({ ...filter, ...without })}
          >
            {`${label} ✕`}
          </View>
        ))}
        {chips.length > 1 && (
          <View className="find__clear-all" role="button" onClick={onClear}>
            {words.clearAll}
          </View>
        )}
      </View>
      {host && chips.length === 1 && (
        <View className="hl-footnote">{words.hostSums(host.name)}</View>
      )}
    </>
  );
});
