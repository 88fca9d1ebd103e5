import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import {
  baseScenario,
  type ForecastInput,
  isOfRecords,
  type Scenario,
  whatIf,
} from '../../domain/forecast';
import { thresholdsOf } from '../../domain/incentive/outlook';
import { formatCount, formatMoney } from '../../domain/money';
import { chinaDayOf } from '../../domain/time';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { usePageTitle } from '../../page-hooks';
import { AwardPage, type AwardPageContent } from '../shared/award-page';
import { useOutlook } from '../shared/merchant-stores';
import { ChangeCard } from './change-card';
import { Dial } from './dial';
import { followersToday, refundRateOf } from './today';
import './index.css';

/** Another pace, tried out: what would change from today's path. Nothing is stored. */
export default observer(function WhatIfPage() {
  usePageTitle(useMerchantText().merchantOutlook.whatIf.title);
  return <AwardPage>{(content) => <Content {...content} />}</AwardPage>;
});

/** The furthest a dial goes, as a multiple of today's value. */
const MAX_TIMES = 3;

const Content = observer(function Content({ view, award, rule }: AwardPageContent) {
  const outlook = useOutlook();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantOutlook.whatIf;
  const [changed, setChanged] = useState<Partial<Scenario>>({});
  const forecast = outlook.outlook(view, award);
  if (forecast?.kind !== 'range' || view.path === null) {
    const reason = forecast?.kind === 'declined' ? forecast.reason : 'year_over';
    const why = isOfRecords(reason)
      ? t.incentive.outlook.declined[reason]
      : t.merchantOutlook.forecast.yearNotRunning;
    return <View className="hl-footnote">{why}</View>;
  }
  const { netPerWeekFen, saleDaysPerWeek } = forecast.inputs;
  const base = baseScenario({
    netPerWeekFen,
    sessionsPerWeek: Math.round(saleDaysPerWeek * 10) / 10,
    refundRate: refundRateOf(view.sums),
    followerGrowthPerWeek: 0,
  });
  const scenario = { ...base, ...changed };
  const input: ForecastInput = {
    path: view.path,
    today: chinaDayOf(view.asOf),
    year: view.year,
    thresholds: thresholdsOf(award),
    promotionsOff: outlook.promotionsOff,
  };
  const followers = followersToday(award);
  const answer = whatIf(input, base, scenario, followers);
  const set = (field: keyof Scenario) => (value: number) =>
    setChanged({ ...changed, [field]: value });
  const percent = (share: number): string => words.percent((share * 100).toFixed(1));
  const money = (fen: number): string => formatMoney(fen, lang);
  const mostNet = Math.max(base.netPerSessionFen * MAX_TIMES, 1_000_000);
  return (
    <>
      <View className="hl-footnote">{words.intro}</View>
      <ChangeCard answer={answer} rule={rule} today={input.today} />
      <Card isPadded>
        <Dial
          label={words.sessions}
          value={scenario.sessionsPerWeek}
          now={words.now(words.times(base.sessionsPerWeek.toFixed(1)))}
          min={0}
          max={21}
          step={0.5}
          shown={words.times(scenario.sessionsPerWeek.toFixed(1))}
          onChange={set('sessionsPerWeek')}
        />
        <Dial
          label={words.netPerSession}
          value={scenario.netPerSessionFen / 100}
          now={words.now(money(base.netPerSessionFen))}
          min={0}
          max={Math.ceil(mostNet / 100)}
          step={Math.max(1, Math.round(mostNet / 30_000))}
          shown={money(scenario.netPerSessionFen)}
          onChange={(yuan) => set('netPerSessionFen')(Math.round(yuan * 100))}
        />
        <Dial
          label={words.refundRate}
          value={scenario.refundRate * 100}
          now={words.now(percent(base.refundRate))}
          min={0}
          max={90}
          step={0.5}
          shown={percent(scenario.refundRate)}
          onChange={(share) => set('refundRate')(share / 100)}
        />
        {followers !== null && (
          <Dial
            label={words.followerGrowth}
            value={scenario.followerGrowthPerWeek}
            now={words.unknownNow}
            min={0}
            max={50_000}
            step={100}
            shown={words.people(formatCount(scenario.followerGrowthPerWeek, lang))}
            onChange={set('followerGrowthPerWeek')}
          />
        )}
        <View className="what-if__reset">
          <Button kind="quiet" size="small" onTap={() => setChanged({})}>
            {words.reset}
          </Button>
        </View>
      </Card>
      <View className="hl-footnote">{words.note}</View>
    </>
  );
});
