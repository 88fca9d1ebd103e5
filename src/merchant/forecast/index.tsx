import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { isOfRecords } from '../../domain/forecast';
import { chinaDayOf } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { AwardPage, type AwardPageContent } from '../shared/award-page';
import { useOutlook } from '../shared/merchant-stores';
import { ChangeRows } from './change-rows';
import { CrossingTable } from './crossing-table';
import { InputRows } from './input-rows';
import { PlanCard } from './plan-card';
import { ReachCard } from './reach-card';
import { PaceTable } from './pace-table';
import { PromotionRows } from './promotion-rows';
import { TrailingRow } from './trailing-row';
import { TwoAnswers } from './two-answers';
import { YearEndFigure } from './year-end-figure';
import './index.css';

/** Where the forecast comes from: method, figures used, promotions, and the pace each tier needs. */
export default observer(function ForecastPage() {
  usePageTitle(useMerchantText().merchantOutlook.forecast.title);
  return <AwardPage>{(content) => <Content {...content} />}</AwardPage>;
});

const Content = observer(function Content(content: AwardPageContent) {
  const { shop, subject, view, scheme, award, rule } = content;
  const { ui, incentives } = useStores();
  const about = { ...subject, scheme: scheme.ruleSet.ruleSetId, awardId: award.awardId };
  const outlook = useOutlook();
  const t = useMerchantText();
  const words = t.merchantOutlook.forecast;
  const forecast = outlook.outlook(view, award);
  const plan = incentives.plan(view, scheme.ruleSet, award);
  const today = chinaDayOf(view.asOf);
  if (forecast === null) return <View className="hl-footnote">{words.yearNotRunning}</View>;
  if (forecast.kind === 'declined') {
    const { reason, has } = forecast;
    const why = isOfRecords(reason) ? t.incentive.outlook.declined[reason] : words.yearNotRunning;
    return (
      <>
        <Card title={words.declinedTitle} isPadded>
          <View>{why}</View>
          <View className="forecast__note">{words.has(has.days, has.saleDays)}</View>
        </Card>
        {plan && <PlanCard shopId={shop.id} plan={plan} rule={rule} />}
        {view.path && <TrailingRow path={view.path} today={today} />}
      </>
    );
  }
  return (
    <>
      <ReachCard
        view={view}
        award={award}
        rule={rule}
        crossings={forecast.crossings}
        yearEnd={forecast.yearEnd}
      />
      <ChangeRows content={content} forecast={forecast} />
      <Card>
        <Row title={words.whatIf} onTap={() => ui.open(PATHS.whatIf.url(about))} />
      </Card>
      {plan && <PlanCard shopId={shop.id} plan={plan} rule={rule} />}
      <Card isPadded>
        <YearEndFigure yearEnd={forecast.yearEnd} year={view.year} inputs={forecast.inputs} />
        <View className="forecast__note">{words.method}</View>
        <View className="forecast__note">{words.noPromise}</View>
      </Card>
      <TwoAnswers award={award} rule={rule} facts={scheme.ruleSet.facts} forecast={forecast} />
      <CrossingTable award={award} crossings={forecast.crossings} rule={rule} today={today} />
      <PromotionRows shopId={shop.id} promotions={forecast.inputs.promotionsAhead} />
      <PaceTable
        award={award}
        rule={rule}
        today={today}
        year={view.year}
        keptFen={forecast.inputs.keptThisYearFen}
        sessionsPerWeek={forecast.inputs.saleDaysPerWeek}
      />
      <InputRows inputs={forecast.inputs} />
      {view.path && <TrailingRow path={view.path} today={today} />}
      <View className="hl-footnote">{t.incentive.independence}</View>
    </>
  );
});
