import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { Row } from '../../components/row';
import { NetFigure } from '../../components/money';
import { useMissingText } from '../../components/tier-words';
import type { OwnShop } from '../../contract/shop';
import { type AwardRule, equalScale, ladderCounts } from '../../domain/incentive';
import { formatMoneyPlain } from '../../domain/money';
import { FIRST_YEAR } from '../../domain/time';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { usePageQuery, usePageTitle, useShownYear } from '../../page-hooks';
import { PATHS } from '../../paths';
import type { HostLadder } from '../../stores/host-store';
import { useStores } from '../../stores-context';
import { HOST_ROWS_PER_PAGE } from '../shared/host-search';
import { ScaleAxis } from '../shared/scale-bar';
import { ShopPage, useOfflineMessage } from '../shared/shop-page';
import { YearHead } from '../shared/year-head';
import { HostStandingRow } from './host-standing-row';
import './index.css';
import { useHosts } from '../shared/merchant-stores';

/** Every host of a store on the ladder, nearest to their next tier first. */
export default observer(function LadderPage() {
  const { shopId, year } = usePageQuery(PATHS.ladder);
  usePageTitle(useMerchantText().merchantHosts.ladder.title);
  return <ShopPage shopId={shopId}>{(shop) => <Ladder shop={shop} asked={year} />}</ShopPage>;
});

const Ladder = observer(function Ladder({ shop, asked }: { shop: OwnShop; asked: number | null }) {
  const hostStore = useHosts();
  const t = useMerchantText();
  const { year, thisYear, setYear } = useShownYear(asked);
  useEffect(() => {
    void hostStore.loadLadder(shop.id, year);
  }, [hostStore, shop.id, year]);
  const ladder = hostStore.ladder(shop.id, year);
  const offlineMessage = useOfflineMessage(ladder.at);
  return (
    <PageFrame offlineMessage={offlineMessage}>
      <YearHead
        name={shop.name}
        year={year}
        first={FIRST_YEAR}
        last={thisYear}
        onChange={setYear}
      />
      <Reading reading={ladder} rows={4} onRetry={() => void hostStore.loadLadder(shop.id, year)}>
        {() => <Rows key={year} shopId={shop.id} year={year} />}
      </Reading>
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});

const Rows = observer(function Rows({ shopId, year }: { shopId: string; year: number }) {
  const { ui, incentives } = useStores();
  const hostStore = useHosts();
  const words = useMerchantText().merchantHosts.ladder;
  const [shown, setShown] = useState(HOST_ROWS_PER_PAGE);
  const ladder = hostStore.ladder(shopId, year).value;
  if (!ladder) return null;
  const { hosts } = ladder;
  const ruleSet = ladder.ladder && incentives.ruleSet(ladder.ladder.ruleSetKey);
  const rule = ruleSet?.awards.find(({ awardId }) => awardId === ladder.ladder?.awardId);
  if (hosts.length === 0 || !rule) {
    const add = () => ui.open(PATHS.hosts.url({ shopId }));
    return (
      <Card>
        <EmptyState
          isInline
          title={rule ? words.empty : words.noLadder}
          note={words.emptyNote}
          action={{ label: words.add, onTap: add }}
        />
      </Card>
    );
  }
  const scale = equalScale(
    rule.tiers.flatMap(({ conditions }) =>
      conditions.filter(({ metric }) => metric === rule.metric),
    ),
  );
  return (
    <>
      <Nearest hosts={hosts} rule={rule} />
      <Card>
        <View className="ladder__axis">
          <ScaleAxis scale={scale} />
        </View>
        {hosts.slice(0, shown).map((host) => (
          <HostStandingRow
            key={host.hostId}
            host={host}
            rule={rule}
            scale={scale}
            onRecord={() => ui.open(PATHS.record.url({ shopId, hostId: host.hostId }))}
            onFollowers={() => ui.open(PATHS.applicant.url({ shopId, hostId: host.hostId }))}
            onTap={() => ui.open(PATHS.award.url({ shopId, hostId: host.hostId, year }))}
          />
        ))}
        {shown < hosts.length && (
          <Row title={words.more} onTap={() => setShown(shown + HOST_ROWS_PER_PAGE)} />
        )}
      </Card>
      <Totals shopId={shopId} ladder={ladder} />
      <View className="hl-footnote">{words.order}</View>
    </>
  );
});

/** Who is nearest to their next tier, and how many are where by the figures. */
function Nearest({ hosts, rule }: { hosts: HostLadder['hosts']; rule: AwardRule }) {
  const lang = useLang();
  const words = useMerchantText().merchantHosts.ladder;
  const missingText = useMissingText();
  const [first] = hosts;
  const blocker = first?.net ? first.standing.blocker : null;
  const tier = rule.tiers.find(({ tierId }) => tierId === blocker?.tierId);
  const isShort = blocker?.by === 'short';
  return (
    <>
      {first && blocker && tier && isShort && (
        <View className="ladder__nearest">
          {words.nearest(first.name, tier.name[lang], missingText(blocker.condition, rule.metric))}
        </View>
      )}
      <View className="hl-footnote">{words.summary(ladderCounts(hosts))}</View>
    </>
  );
}

/** What was given to no host, and the sum: why a store's net is not that of its hosts. */
function Totals({ shopId, ladder }: { shopId: string; ladder: HostLadder }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantHosts.ladder;
  const { net, unassigned, year } = ladder;
  return (
    <Card>
      {unassigned.entryCount > 0 && (
        <Row
          title={words.unassigned}
          note={words.unassignedNote(unassigned.entryCount)}
          value={<NetFigure net={unassigned.net} write={formatMoneyPlain} />}
          onTap={() => ui.open(PATHS.unassigned.url({ shopId }))}
        />
      )}
      <Row
        title={words.whole}
        note={words.wholeNote}
        value={<NetFigure net={net} write={formatMoneyPlain} />}
        onTap={() => ui.open(PATHS.statement.url({ shopId, year }))}
      />
    </Card>
  );
}
