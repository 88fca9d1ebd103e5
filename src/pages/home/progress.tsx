import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { useHeadline } from '../../components/headline';
import { Money } from '../../components/money';
import { Row } from '../../components/row';
import { netBounds } from '../../domain/sales/year-sums';
import { yearOf } from '../../domain/time';
import { useText } from '../../i18n';
import { PATHS } from '../../paths';
import type { HomeParts } from '../../stores';
import { useStores } from '../../stores-context';
import { firstSubject, wordedAwards } from '../shared/own-progress';
import { LadderBar } from './ladder-bar';
import type { HomeShop } from './load-home';

/** Props of {@link HomeProgress}. */
export interface HomeProgressProps {
  shop: HomeShop;
  hosts: HomeParts['hosts'];
}

/** The store's own figure of the year and its next step; of a store with hosts, theirs in numbers. */
export const HomeProgress = observer(function HomeProgress({ shop, hosts }: HomeProgressProps) {
  const stores = useStores();
  const { ui, incentives } = stores;
  const t = useText();
  const year = yearOf(ui.today);
  const subject = firstSubject(stores, shop.id, year);
  const view = incentives.progress(subject).value;
  const scheme = view && incentives.ownSchemes(view)[0];
  const headline = useHeadline(scheme?.ruleSet.facts);
  if (!view) return null;
  const first = scheme && wordedAwards(scheme)[0];
  const net = view.sums && netBounds(view.sums);
  const words =
    first &&
    headline(first.award, first.rule, {
      year,
      settlement: view.settlement,
      forecast: incentives.outlook(view, scheme.ruleSet, first.award),
    });
  return (
    <Card>
      <View className="home-progress" role="button" onClick={() => ui.open(PATHS.progress.url())}>
        <View className="hl-row__note">{t.home.netOf(year)}</View>
        <Money
          amount={net?.low ?? null}
          high={net?.high ?? null}
          size="figure"
          info={{
            label: t.common.net,
            basis: t.incentive.metricBasis.net_sales,
            period: t.incentive.figure.calendarYear(year),
            formula: t.incentive.metricFormula.net_sales,
          }}
          whyUnknown={
            view.sums ? t.incentive.missing.no_paid_figure : t.incentive.missing.nothing_recorded
          }
        />
        <View className="home-progress__headline">
          {words?.main}
          <View className="hl-row__arrow" />
        </View>
        {first?.award.metric === 'net_sales' && (
          <LadderBar
            award={first.award}
            net={net}
            settledFen={view.settlement?.settledFen ?? null}
          />
        )}
        {words && words.pace !== null && <View className="hl-row__note">{words.pace}</View>}
      </View>
      {hosts && (
        <Row
          title={t.home.hosts(hosts.count, hosts.reached)}
          note={[
            t.home.hostsByAmount(hosts.byAmount),
            t.home.hostsByOther(hosts.byOther),
            t.home.hostsUnknown(hosts.unknown),
          ]
            .filter(Boolean)
            .join(t.incentive.listSeparator)}
          onTap={() => ui.open(PATHS.ladder.url({ shopId: shop.id }))}
        />
      )}
    </Card>
  );
});
