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
        <Money amount={yearEnd.lowFen} size="figure" info={info} />
        <View className="forecast__to">–</View>
        <Money amount={yearEnd.highFen} size="figure" info={info} />
      </View>
      <View className="forecast__middle">
        {words.coverage(Math.round(inputs.coverage * 100))}
        <Money amount={yearEnd.midFen} info={info} />
      </View>
    </>
  );
}
