import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import type { ForecastInputs } from '../../domain/forecast';
import { formatMoney } from '../../domain/money';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link InputRows}. */
export interface InputRowsProps {
  inputs: ForecastInputs;
}

/** Every figure the forecast was made of. */
export const InputRows = observer(function InputRows({ inputs }: InputRowsProps) {
  const lang = useLang();
  const words = useMerchantText().merchantOutlook.forecast;
  const { seasonTimes, keptThisYearFen, keptAtMostFen } = inputs;
  const kept = [...new Set([keptThisYearFen, keptAtMostFen])];
  const season = seasonTimes === null ? words.seasonUnknown : words.times(seasonTimes.toFixed(2));
  const rows: [string, string][] = [
    [words.keptThisYear, kept.map((fen) => formatMoney(fen, lang)).join(' – ')],
    [words.expectedReturn, formatMoney(inputs.expectedReturnFen, lang)],
    [words.netPerWeek, formatMoney(inputs.netPerWeekFen, lang)],
    [words.saleDaysPerWeek, words.daysAWeek(inputs.saleDaysPerWeek.toFixed(1))],
    [words.seasonTimes, season],
    [words.weeklySwing, words.percent(String(Math.round(inputs.weeklySwing * 100)))],
    [words.daysUsed, words.days(inputs.daysUsed)],
  ];
  return (
    <Card title={words.inputs}>
      {rows.map(([label, value]) => (
        <Row key={label} title={label} value={value} />
      ))}
    </Card>
  );
});
