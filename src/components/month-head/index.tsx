import { View } from '@tarojs/components';

import type { ChinaMonth } from '../../domain/time';
import { useText } from '../../i18n';
import { wholeRange } from '../money';
import './index.css';

/** Props of {@link MonthHead}. */
export interface MonthHeadProps {
  month: ChinaMonth;
  /** The current year is not said. */
  thisYear: number;
  /** What sessions of the month add up to; null where that is not known or not meant. */
  sums: { sessions: number; net: { low: number; high: number } } | null;
  /** Its sessions left the list; its place stays, without height. */
  isGone: boolean;
}

/** The heading of a month of sessions, with their sum to the fen. Of the height of a row. */
export function MonthHead({ month, thisYear, sums, isGone }: MonthHeadProps) {
  const { common, sessions } = useText();
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return (
    <View className={isGone ? 'hl-month hl-month--gone' : 'hl-month'}>
      <View>
        {year === thisYear ? common.day.monthOnly(number) : common.day.month(year, number)}
      </View>
      {sums !== null && <View>{sessions.recorded(sums.sessions)}</View>}
      {sums !== null && <View>{wholeRange(sums.net)}</View>}
    </View>
  );
}
