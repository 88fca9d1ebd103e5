import { Input, View } from '@tarojs/components';

import { useMerchantText } from '../../i18n/merchant';
import './host-search.css';

/** Rows of hosts drawn at a time: a store may have hundreds of them. */
export const HOST_ROWS_PER_PAGE = 30;

/** Whether a host is meant by what was typed; nothing typed means everyone. */
export function hasName({ name }: { name: string }, typed: string): boolean {
  return name.toLowerCase().includes(typed.trim().toLowerCase());
}

/** Props of {@link HostSearch}. */
export interface HostSearchProps {
  value: string;
  onChange: (typed: string) => void;
}

/** Where a name is typed to find a host among many. */
export function HostSearch({ value, onChange }: HostSearchProps) {
  const label = useMerchantText().merchantHosts.choose.byName;
  return (
    <View className="mk-host-search">
      {/* The class of a field gives the browser's own element the look of the text. */}
      <Input
        className="hl-text-field mk-host-search__input"
        value={value}
        placeholder={label}
        ariaLabel={label}
        placeholderClass="mk-host-search__placeholder"
        maxlength={-1}
        confirmType="search"
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  );
}
