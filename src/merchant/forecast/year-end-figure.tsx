import { View } from '@tarojs/components';

import { Money } from '../../components/money';
import type { ForecastInputs, YearEnd } from '../../domain/forecast';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link YearEndFigure}. */
export interface YearEndFigureProps {
  yearEnd: YearEnd;
  year: number;
  inputs: ForecastInputs;
}

type Words = ReturnType<typeof useMerchantText>['merchantOutlook']['forecast'];

/** How often such forecasts held, and of which histories that was measured. */
function measuredText({ history, measured }: ForecastInputs, words: Words): string {
  if (measured === null) return words.notMeasured;
  const { traits } = words;
  const { forecasts, inside, isWide } = measured;
  const like = [traits.trend[history.trend], traits.ahead[history.ahead]];
  if (!isWide) like.push(traits.length[history.length], traits.weeks[history.weeks]);
  const percent = Math.floor((100 * inside) / forecasts);
  return words.measured(forecasts, percent, like);
}

/** The range in which the year is expected to end; exact on tap. */
export function YearEndFigure({ yearEnd, year, inputs }: YearEndFigureProps) {
  const t = useMerchantText();
  const words = t.merchantOutlook.forecast;
  const info = {
    label: words.yearEnd(year),
    basis: t.incentive.metricBasis.net_sales,
    period: t.incentive.figure.calendarYear(year),
    formula: words.method,
  };
  return (
    <>
      <View className="forecast__label">{words.yearEnd(year)}</View>
      <View className="forecast__range">
        <Money amount={yearEnd.lowFen} size="section" info={info} />
        <View className="forecast__to">–</View>
        <Money amount={yearEnd.highFen} size="section" info={info} />
      </View>
      <View className="forecast__middle">
        {words.middle}
        <Money amount={yearEnd.midFen} info={info} />
      </View>
      <View className="forecast__note">{measuredText(inputs, words)}</View>
    </>
  );
}
