import { observer } from 'mobx-react-lite';

import { Row } from '../../components/row';
import type { Account, Host } from '../../contract/shop';
import { useMerchantText } from '../../i18n/merchant';
import { useStores } from '../../stores-context';

/** Props of {@link HostRow}. */
export interface HostRowProps {
  host: Host;
  accounts: readonly Account[];
}

/** A host with the accounts that are theirs alone; leads to what is stated and read of them. */
export const HostRow = observer(function HostRow({ host, accounts }: HostRowProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantShop.hosts;
  const own = accounts.filter(({ hostId }) => hostId === host.id);
  const names = own.map(({ platform, name }) => `${t.common.platform[platform]} ${name}`);
  return (
    <Row
      title={host.name}
      note={
        own.length === 0 ? words.sharedOnly : words.accounts(names.join(t.incentive.listSeparator))
      }
      value={words.facts}
      onTap={() => ui.open(`/merchant/applicant/index?shopId=${host.shopId}&hostId=${host.id}`)}
    />
  );
});
