import { View } from '@tarojs/components';
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading, type ReadingState } from '../../components/reading';
import { can } from '../../domain/shop/capabilities';
import type { Role } from '../../domain/shop/shop';
import { useText } from '../../i18n';
import { scrollToTop, useNewDay, useShownYear, useTabTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { useCopyNote } from '../shared/copy-note';
import { firstSubject } from '../shared/own-progress';
import { ProgressView } from './progress-view';
import { SubjectBar } from './subject-bar';

interface Chosen {
  shopId: string;
  hostId: string | null;
  schemeId: string | null;
}

/** Hosts up to whom all stand as chips; more are on the ladder. */
const MAX_CHIPS = 12;

/** Progress towards the tiers: the road, the answer in two parts, and where every value comes from. */
export default observer(function ProgressPage() {
  const stores = useStores();
  const { ui, shops, incentives, liveSessions } = stores;
  const t = useText();
  const { year, thisYear, setYear, yearNow } = useShownYear();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const shop = shops.current;
  const first = shop && firstSubject(stores, shop.id, year);
  const subject =
    first && (chosen?.shopId === first.shopId ? { ...first, hostId: chosen.hostId } : first);
  const load = async (): Promise<void> => {
    ui.tick();
    if (!ui.isIdentified) return;
    if (shops.mine.value === null) await shops.loadMine();
    const own = shops.current;
    if (!own || !can(own.role, 'incentive.read')) return;
    // The first answer may have corrected the clock, and the year with it.
    const shown = subject ?? firstSubject(stores, own.id, year);
    await incentives.load({ ...shown, year: yearNow() });
    // After the first paint: which sessions lack amounts, unless another page has read them.
    const isRead = liveSessions.idList(own.id, 'to_record').at !== null;
    if (!isRead && can(own.role, 'sales.write')) await liveSessions.load(own.id, 'to_record');
  };
  useTabTitle(t.common.tabs.progress);
  useDidShow(() => {
    const asked = incentives.takeAsked();
    if (!asked) return void load();
    setChosen(asked);
    setYear(asked.year);
    const { shopId, hostId } = asked;
    void incentives.load({ shopId, hostId, year: asked.year });
  });
  useNewDay(() => void load());
  usePullDownRefresh(() => void load().finally(() => Taro.stopPullDownRefresh()));
  const read = subject ? incentives.progress(subject) : null;
  const note = useCopyNote(read ?? shops.mine);
  const schemeId = chosen?.schemeId ?? null;
  // What stands above the first answer comes with it: alone it would be one transfer more.
  const isOpening = chosen === null && read?.value === null && read.error === null;
  if (shop && !can(shop.role, 'incentive.read')) return <NotOfRole role={shop.role} />;
  if (!shop || !subject || isOpening) {
    return <NoAnswer reading={isOpening ? read : shops.mine} onRetry={() => void load()} />;
  }
  const show = (hostId: string | null, ofYear: number) => {
    // Another year is another answer.
    if (ofYear !== year) scrollToTop();
    setChosen({ shopId: shop.id, hostId, schemeId });
    setYear(ofYear);
    void incentives.load({ shopId: shop.id, hostId, year: ofYear });
  };
  const hosts = shops.hosts(shop.id);
  const isMany = hosts.length > MAX_CHIPS || !shops.hasAllHosts(shop);
  return (
    <PageFrame offlineMessage={note}>
      <SubjectBar
        shop={shop}
        hosts={isMany ? hosts.filter(({ id }) => id === subject.hostId) : hosts}
        name={read?.value?.subject.name}
        onMore={isMany ? () => ui.open(PATHS.ladder.url({ shopId: shop.id, year })) : null}
        hostId={subject.hostId}
        year={year}
        thisYear={thisYear}
        onChange={show}
      />
      <Reading reading={incentives.progress(subject)} rows={4} onRetry={() => void load()}>
        {(view) => (
          <ProgressView
            key={[subject.hostId, year, schemeId].join('/')}
            subject={subject}
            schemeId={schemeId}
            view={view}
            onYear={(chosen) => show(subject.hostId, chosen)}
          />
        )}
      </Reading>
    </PageFrame>
  );
});

/** For a person whose role does not include the store's money; a host has their own. */
const NotOfRole = observer(function NotOfRole({ role }: { role: Role }) {
  const { ui } = useStores();
  const { progress } = useText();
  const own = { label: progress.own, onTap: () => ui.open(PATHS.ownSums.url()) };
  return (
    <PageFrame>
      <EmptyState title={progress.notOfRole} {...(role === 'host' ? { action: own } : {})} />
    </PageFrame>
  );
});

interface NoAnswerProps {
  /** What is being read: the person's stores, then the first answer. */
  reading: ReadingState<unknown>;
  onRetry: () => void;
}

/** While nothing was answered yet, and for a person without a store. */
const NoAnswer = observer(function NoAnswer({ reading, onRetry }: NoAnswerProps) {
  const { ui } = useStores();
  const t = useText();
  const isUnidentified = !ui.isIdentified || reading.error?.code === 'not_identified';
  const check = { label: t.progress.check, onTap: () => ui.open(PATHS.precheck.url()) };
  if (isUnidentified) {
    return (
      <PageFrame>
        <EmptyState title={t.progress.nobody} action={check} />
        <View className="progress-foot">{t.incentive.independence}</View>
      </PageFrame>
    );
  }
  return (
    <PageFrame>
      <Reading reading={reading} rows={4} onRetry={onRetry}>
        {() => (
          <>
            <EmptyState
              title={t.progress.noShop}
              action={{ label: t.progress.register, onTap: () => ui.open(PATHS.register.url()) }}
            />
            <EmptyState
              isInline
              title={t.progress.noShopNote}
              action={{ ...check, isPrimary: false }}
            />
            <View className="progress-foot">{t.incentive.independence}</View>
          </>
        )}
      </Reading>
    </PageFrame>
  );
});
