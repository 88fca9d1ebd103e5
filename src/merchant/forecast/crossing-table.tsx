import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import type { Crossing } from '../../domain/forecast';
import type { AwardAnswer, AwardRule } from '../../domain/incentive';
import { hasPassed } from '../../domain/incentive/standing';
import type { ChinaDay } from '../../domain/time';
import { useLang, wordDays } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link CrossingTable}. */
export interface CrossingTableProps {
  award: AwardAnswer;
  crossings: readonly Crossing[];
  rule: AwardRule;
  today: ChinaDay;
}

/**
 * When each tier's amount is passed: earliest, middle, latest. One that is passed today has no second
 * day, though returns may take the sum below it again: the headline says from which day it is safe.
 */
export const CrossingTable = observer(function CrossingTable(props: CrossingTableProps) {
  const { award, crossings, rule, today } = props;
  const lang = useLang();
  const words = useMerchantText().merchantOutlook.forecast;
  const say = (tierId: string, day: ChinaDay | null): string => {
    if (hasPassed(award, tierId)) return words.passed;
    if (day === null) return words.notThisYear;
    return day <= today ? words.passed : wordDays(day, day, lang);
  };
  return (
    <Card title={words.tiers}>
      <View className="forecast__row forecast__row--head">
        <View className="forecast__tier" />
        <View className="forecast__cell">{words.earliest}</View>
        <View className="forecast__cell">{words.likely}</View>
        <View className="forecast__cell">{words.latest}</View>
      </View>
      {crossings.map(({ id, earliest, likely, latest }) => (
        <View key={id} className="forecast__row">
          <View className="forecast__tier">
            {rule.tiers.find(({ tierId }) => tierId === id)?.name[lang]}
          </View>
          <View className="forecast__cell">{say(id, earliest)}</View>
          <View className="forecast__cell">{say(id, likely)}</View>
          <View className="forecast__cell">{say(id, latest)}</View>
        </View>
      ))}
    </Card>
  );
});
