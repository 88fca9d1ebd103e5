import { View } from '@tarojs/components';

import { type BarPart, Bars } from '../../components/bars';
import { netParts } from '../../components/bars/net-parts';
import { Card } from '../../components/card';
import { exactRange } from '../../components/money';
import type { Crossing, YearEnd } from '../../domain/forecast';
import type { AwardAnswer, AwardRule } from '../../domain/incentive';
import { hasPassed } from '../../domain/incentive/standing';
import { formatMoney } from '../../domain/money';
import { axisOf } from '../../domain/money/axis';
import { boundsOfSums } from '../../domain/sales';
import { monthBars } from '../../domain/sales/month-bars';
import { type PathPoint, yearPath } from '../../domain/sales/year-path';
import { chinaDayOf } from '../../domain/time';
import { useLang, wordDays } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { ProgressView } from '../../stores';

/** Props of {@link ReachCard}. */
export interface ReachCardProps {
  view: ProgressView;
  award: AwardAnswer;
  rule: AwardRule;
  crossings: readonly Crossing[];
  yearEnd: YearEnd;
}

/** When the next tier's amount is expected to be passed, and the year as it adds up to it. */
export function ReachCard({ view, award, rule, crossings, yearEnd }: ReachCardProps) {
  const lang = useLang();
  const t = useMerchantText();
  const words = t.merchantOutlook.forecast;
  const next = crossings.find(({ id }) => !hasPassed(award, id));
  if (next === undefined) return null;
  const name = rule.tiers.find(({ tierId }) => tierId === next.id)?.name[lang] ?? '';
  const today = chinaDayOf(view.asOf);
  const months = Object.entries(view.months ?? {}).map(([month, sums]) => {
    return { month, net: boundsOfSums(sums) };
  });
  const open = view.settlement?.openMonths ?? null;
  const path = yearPath(monthBars({ months }, { year: view.year, open, today }), yearEnd, today);
  const rows = () =>
    path.map(({ month, settledFen, net }) => ({
      id: String(month),
      label: words.atEnd(t.common.day.monthOnly(month)),
      value: settledFen === null ? `${words.expected} ${exactRange(net)}` : exactRange(net),
    }));
  const amounts = path.flatMap(({ net }) => [net.low, net.high]);
  return (
    <Card isPadded>
      <View className="forecast__label">{words.reach(name)}</View>
      <View className="forecast__when">{whenText(next)}</View>
      <View className="forecast__picture">
        <Bars
          bars={path.map((point) => ({
            id: String(point.month),
            label: String(point.month),
            isOwn: point.month === Number(today.slice(5, 7)),
            parts: partsOf(point),
          }))}
          axis={axisOf([...amounts, next.neededFen])}
          write={(fen) => formatMoney(fen, lang)}
          against={next.neededFen}
          title={words.picture}
          rows={rows}
        />
      </View>
      <View className="forecast__note">{words.pictureNote(name)}</View>
    </Card>
  );

  function whenText({ earliest, latest }: Crossing): string {
    if (earliest === null) return words.notThisYear;
    if (latest === null) return words.from(wordDays(earliest, earliest, lang));
    return wordDays(earliest, latest, lang);
  }
}

function partsOf({ settledFen, net }: PathPoint): BarPart[] {
  if (settledFen !== null) return netParts({ ...net, settledFen });
  return [{ kind: 'expected', from: net.low, to: net.high }];
}
