import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { coverageText } from '../../components/coverage';
import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { AwardAnswer } from '../../domain/incentive';
import { isOwnHostAlone } from '../../domain/shop/shop';
import { useLang, useText } from '../../i18n';
import { PATHS } from '../../paths';
import type { ProgressSubject, Scheme } from '../../stores';
import { useStores } from '../../stores-context';

/** Props of {@link Onward}. */
export interface OnwardProps {
  subject: ProgressSubject;
  scheme: Scheme;
  award: AwardAnswer;
  /** How many schemes the subject is answered by. */
  schemeCount: number;
  onYear: (year: number) => void;
}

/** Where to look on: the forecast, another pace, the rules, an earlier day, and the years covered. */
export const Onward = observer(function Onward(props: OnwardProps) {
  const { subject, scheme, award, schemeCount, onYear } = props;
  const { ui, shops } = useStores();
  const t = useText();
  const lang = useLang();
  const { shopId, hostId, year } = subject;
  const { ruleSet, progress } = scheme;
  const about = { shopId, hostId, year, scheme: ruleSet.ruleSetId, awardId: award.awardId };
  const { coverage } = progress;
  const { toYear } = coverage;
  const isRunning = award.metric === 'net_sales';
  const [shop, hosts] = [shops.shop(shopId), shops.hosts(shopId)];
  const hasLadder = shop !== null && shop.hostCount > 0 && !isOwnHostAlone(shop, hosts);
  return (
    <>
      <Card>
        {isRunning && (
          <Row title={t.progress.outlook} onTap={() => ui.open(PATHS.forecast.url(about))} />
        )}
        {isRunning && (
          <Row title={t.progress.whatIf} onTap={() => ui.open(PATHS.whatIf.url(about))} />
        )}
        {isRunning && (
          <Row
            title={t.progress.statement}
            onTap={() => ui.open(PATHS.statement.url({ shopId, hostId, year }))}
          />
        )}
        <Row
          title={t.progress.schemes}
          value={t.progress.schemeCount(schemeCount)}
          onTap={() => ui.open(PATHS.schemes.url({ shopId, hostId, year }))}
        />
        <Row title={t.progress.rules} onTap={() => ui.open(PATHS.award.url(about))} />
        <Row title={t.progress.past} onTap={() => ui.open(PATHS.past.url(about))} />
        {hasLadder && (
          <Row
            title={t.progress.ladder}
            onTap={() => ui.open(PATHS.ladder.url({ shopId, year }))}
          />
        )}
      </Card>
      <View className="progress-coverage">
        <View className="progress-coverage__line">
          {coverageText(coverage, ruleSet.name[lang], t.incentive.coverage)}
        </View>
        {!coverage.covered && toYear !== null && (
          <View className="progress-coverage__jump" role="button" onClick={() => onYear(toYear)}>
            {t.progress.toCovered(toYear)}
          </View>
        )}
      </View>
    </>
  );
});
