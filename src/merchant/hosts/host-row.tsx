import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Row } from '../../components/row';
import type { Host, OwnShop } from '../../contract/shop';
import { can } from '../../domain/shop/capabilities';
import { useMerchantText } from '../../i18n/merchant';
import { WordsNote } from '../shared/words-note';
import { HostSheet } from './host-sheet';

/** Props of {@link HostRow}. */
export interface HostRowProps {
  host: Host;
  shop: OwnShop;
}

/** A host with the accounts that are theirs alone, and whether a person has joined as them. */
export const HostRow = observer(function HostRow({ host, shop }: HostRowProps) {
  const t = useMerchantText();
  const words = t.merchantShop.hosts;
  const [isOpen, setOpen] = useState(false);
  const own = shop.accounts.filter(({ hostId }) => hostId === host.id);
  const names = own.map(({ platform, name }) => `${t.common.platform[platform]} ${name}`);
  const link = t.merchantHosts.link;
  return (
    <>
      <Row
        title={host.name}
        note={
          host.waiting.length > 0 ? (
            <WordsNote waiting={host.waiting} />
          ) : own.length === 0 ? (
            words.sharedOnly
          ) : (
            words.accounts(names.join(t.incentive.listSeparator))
          )
        }
        value={host.isLinked ? link.linked : link.notLinked}
        {...(can(shop.role, 'incentive.read') ? { onTap: () => setOpen(true) } : {})}
      />
      <HostSheet
        host={host}
        canEdit={can(shop.role, 'shop.edit')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  );
});
