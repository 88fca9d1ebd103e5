import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { coverageText } from '../../components/coverage';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { finalityOf, type AwardAnswer } from '../../domain/incentive';
import { isOwnHostAlone } from '../../domain/shop/shop';
import { useLang, useText, wordChinaDay } from '../../i18n';
import { PATHS } from '../../paths';
import type { ProgressSubject, ProgressView, Scheme } from '../../stores';
import { useStores } from '../../stores-context';
import { ToRecordRow } from './to-record-row';
import { YearRow } from './year-row';

/** Props of {@link Onward}. */
export interface OnwardProps {
  subject: ProgressSubject;
  view: ProgressView;
  scheme: Scheme;
  award: AwardAnswer;
  onYear: (year: number) => void;
}

/** Where to look on: the year, the forecast, other schemes, an earlier day, and the years covered. */
export const Onward = observer(function Onward(props: OnwardProps) {
  const { subject, view, scheme, award, onYear } = props;
  const { ui, shops } = useStores();
  const t = useText();
  const lang = useLang();
  const { shopId, hostId, year } = subject;
  const { ruleSet, progress } = scheme;
  const about = { shopId, hostId, year, scheme: ruleSet.ruleSetId, awardId: award.awardId };
  const { coverage } = progress;
  const { toYear } = coverage;
  const isOfSales = award.metric === 'net_sales';
  const [shop, hosts] = [shops.shop(shopId), shops.hosts(shopId)];
  const hasLadder = shop !== null && shop.hostCount > 0 && !isOwnHostAlone(shop, hosts);
  const { movesUntil } = finalityOf({ ...view, award });
  const latest = movesUntil && t.incentive.final.latest(wordChinaDay(movesUntil, ui.now, lang));
  return (
    <>
      {/* A group of its own: it comes later, and all rows below would be sent again. */}
      <View>{isOfSales && <ToRecordRow subject={subject} />}</View>
      <Card>
        {isOfSales && <YearRow subject={subject} view={view} />}
        {isOfSales && (
          <Row title={t.progress.outlook} onTap={() => ui.open(PATHS.forecast.url(about))} />
        )}
        {hasLadder && (
          <Row
            title={t.progress.ladder}
            onTap={() => ui.open(PATHS.ladder.url({ shopId, year }))}
          />
        )}
        <Row
          title={t.progress.schemes}
          value={t.progress.schemeCount(view.schemes.length)}
          onTap={() => ui.open(PATHS.schemes.url({ shopId, hostId, year }))}
        />
        <Row
          title={t.incentive.final.title}
          {...(latest === null ? {} : { value: <View className="progress-latest">{latest}</View> })}
          onTap={() => ui.open(PATHS.final.url(about))}
        />
        <Row title={t.progress.past} onTap={() => ui.open(PATHS.past.url(about))} />
      </Card>
      <View className="hl-footnote">
        <View>{coverageText(coverage, ruleSet.name[lang], t.incentive.coverage)}</View>
        <View>{t.incentive.independence}</View>
      </View>
      {!coverage.covered && toYear !== null && (
        <View className="progress-jump" role="button" onClick={() => onYear(toYear)}>
          {t.progress.toCovered(toYear)}
        </View>
      )}
    </>
  );
});
