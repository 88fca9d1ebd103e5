import { View } from '@tarojs/components';

import { type Bar, type BarPart, Bars } from '../../components/bars';
import { netParts } from '../../components/bars/net-parts';
import { exactRange, rangeText } from '../../components/money';
import { axisOf } from '../../domain/money/axis';
import { formatMoney, formatMoneyExact } from '../../domain/money';
import type { MonthBar } from '../../domain/sales/month-bars';
import type { ExpectedBar } from '../../domain/sales/year-bars';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link YearPicture}. */
export interface YearPictureProps {
  months: readonly MonthBar[];
  /** The rest of the running year; null where nothing says. */
  expected: ExpectedBar | null;
  /** The running month, from 1 to 12; null in another year. */
  running: number | null;
}

/** The months of a year as bars: settled, still open, known as a range, and the expected rest. */
export function YearPicture({ months, expected, running }: YearPictureProps) {
  const lang = useLang();
  const t = useMerchantText();
  const words = t.merchantMoney.statement;
  const amounts = months.flatMap(({ net }) => (net === null ? [] : [net.low, net.high]));
  const bars = months.map((month): Bar => {
    const ahead = expected?.month === month.month ? expectedParts(expected) : [];
    return {
      id: String(month.month),
      label: String(month.month),
      isOwn: month.month === running,
      parts: [...partsOf(month), ...ahead],
    };
  });
  const tableText = ({ net, settledFen, isOpenKnown }: MonthBar): string => {
    if (net === null) return t.common.money.unknown;
    const open = net.low - settledFen;
    if (open === 0) return exactRange(net);
    const openText = isOpenKnown ? words.open : words.openUnknown;
    return `${exactRange(net)}\n${openText} ${formatMoneyExact(open)}`;
  };
  const rows = () => [
    ...months.map((month) => ({
      id: String(month.month),
      label: t.common.day.monthOnly(month.month),
      value: tableText(month),
    })),
    ...(expected === null
      ? []
      : [{ id: 'expected', label: words.expectedRow, value: exactRange(expected.rest) }]),
  ];
  return (
    <>
      <Bars
        bars={bars}
        axis={axisOf([...amounts, ...(expected === null ? [] : [expected.low, expected.high])])}
        write={(fen) => formatMoney(fen, lang)}
        title={words.picture}
        rows={rows}
      />
      {expected !== null && (
        <View className="statement__expected">
          {expectedText(expected, rangeText(expected.rest, lang))}
        </View>
      )}
    </>
  );

  function expectedText({ months: count }: ExpectedBar, range: string): string {
    return count === 1 ? words.expected(range) : words.expectedEach(count, range);
  }
}

function partsOf({ net, ...known }: MonthBar): BarPart[] {
  return net === null ? [] : netParts({ ...net, ...known });
}

function expectedParts({ low, high, months }: ExpectedBar): BarPart[] {
  return [{ kind: 'expected', from: low, to: high, columns: months }];
}
