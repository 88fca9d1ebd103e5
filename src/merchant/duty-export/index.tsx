import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { RequestId } from '../../components/request-id';
import type { OwnShop } from '../../contract/shop';
import { csvOf } from '../../domain/csv';
import { FIRST_YEAR } from '../../domain/time';
import { wordError } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle, useShownYear } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useDuty } from '../shared/merchant-stores';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { YearHead } from '../shared/year-head';
import { tableOf } from './table';
import './index.css';

/** The records of a year as a file: read page by page to the end, then handed over by a tap. */
export default observer(function DutyExportPage() {
  const { shopId } = usePageQuery(PATHS.dutyExport);
  usePageTitle(useMerchantText().merchantDuty.export.title);
  return (
    <ShopPage needs="duty.export" shopId={shopId}>
      {(shop) => <Export shop={shop} />}
    </ShopPage>
  );
});

const Export = observer(function Export({ shop }: { shop: OwnShop }) {
  const store = useDuty();
  const t = useMerchantText();
  const words = t.merchantDuty.export;
  const { year, thisYear, setYear } = useShownYear();
  const asked = { shopId: shop.id, year };
  const list = store.year(asked);
  const isReading = list.status === 'loading' || (list.status === 'ready' && !list.isComplete);
  const isReady = list.status === 'ready' && list.isComplete;
  const read = () => void store.loadYear(asked);
  return (
    <PageFrame offlineMessage={useOfflineMessage(null)}>
      <YearHead
        name={shop.name}
        year={year}
        first={FIRST_YEAR}
        // Plans of the next year have a checklist already.
        last={thisYear + 1}
        onChange={setYear}
      />
      <Card isPadded>
        <View className="duty-export__note">{words.note}</View>
        {(isReading || list.error !== null) && (
          <View className="duty-export__state">{words.reading(list.items.length)}</View>
        )}
        {list.error !== null && list.status === 'error' && (
          <View className="duty-export__error">
            {wordError(list.error, t)}
            {list.error.requestId !== '' && <RequestId id={list.error.requestId} />}
          </View>
        )}
        {isReady ? (
          <Ready shop={shop} year={year} />
        ) : (
          <Button kind="primary" isBusy={isReading} onTap={read}>
            {list.status === 'error' && list.items.length > 0
              ? words.again
              : words.make(t.common.day.year(year))}
          </Button>
        )}
      </Card>
    </PageFrame>
  );
});

/** The table is complete: it is handed over as a file, or copied. */
const Ready = observer(function Ready({ shop, year }: { shop: OwnShop; year: number }) {
  const { ui } = useStores();
  const store = useDuty();
  const t = useMerchantText();
  const words = t.merchantDuty.export;
  const { items } = store.year({ shopId: shop.id, year });
  if (items.length === 0) return <View className="duty-export__state">{words.none}</View>;
  const textOf = () => csvOf(tableOf(items, t));
  const handleHandOver = async () => {
    const name = words.fileName(safeName(shop.name), year);
    const isDone = await ui.handOver(name, textOf());
    ui.toast(isDone ? words.handed : words.refused);
  };
  const handleCopy = () => ui.copy(textOf(), t.common.state.copied);
  return (
    <>
      <View className="duty-export__state">{words.ready(items.length)}</View>
      <Button kind="primary" onTap={() => void handleHandOver()}>
        {words.handOver}
      </Button>
      <View className="duty-export__beneath">{words.handOverNote}</View>
      <Button kind="quiet" onTap={() => void handleCopy()}>
        {words.copy}
      </Button>
      <View className="duty-export__beneath">{words.copyNote}</View>
    </>
  );
});

/** A name that any file system takes. */
function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|\s]+/g, '_');
}
