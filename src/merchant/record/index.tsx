import { observer } from 'mobx-react-lite';

import { useMerchantText } from '../../i18n/merchant';
import { ShopPage } from '../shared/shop-page';
import { usePageTitle, usePageQuery } from '../../page-hooks';
import { PATHS } from '../../paths';
import { CorrectEntry } from './correct-entry';
import { RecordNew } from './record-new';
import './index.css';

/** Records an amount, or corrects one: the amount first, everything else already chosen. */
export default observer(function RecordPage() {
  const { shopId, sessionId, entryId, hostId } = usePageQuery(PATHS.record);
  const { record } = useMerchantText().merchantMoney;
  usePageTitle(entryId === null ? record.title : record.correctTitle);
  return (
    <ShopPage withHosts needs="sales.write" shopId={shopId}>
      {(shop) =>
        entryId === null ? (
          <RecordNew key={shop.id} shop={shop} sessionId={sessionId} hostId={hostId} />
        ) : (
          <CorrectEntry key={entryId} shop={shop} entryId={entryId} sessionId={sessionId} />
        )
      }
    </ShopPage>
  );
});
