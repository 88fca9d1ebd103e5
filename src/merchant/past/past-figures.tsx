import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Money } from '../../components/money';
import { Row } from '../../components/row';
import { formatCount } from '../../domain/money';
import { netBounds } from '../../domain/sales';
import { useLang, wordDays } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { ProgressView } from '../../stores';

/** Props of {@link PastFigures}. */
export interface PastFiguresProps {
  view: ProgressView;
  day: string;
}

/** The net and the follower readings as they were on record then. */
export const PastFigures = observer(function PastFigures({ view, day }: PastFiguresProps) {
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantRules.past;
  const net = view.sums && netBounds(view.sums);
  const read = view.followers.filter(({ count }) => count !== null);
  const info = {
    label: words.figures,
    basis: t.incentive.metricBasis.net_sales,
    period: `${t.incentive.figure.calendarYear(view.year)} · ${words.asOf(day)}`,
    formula: t.incentive.metricFormula.net_sales,
  };
  return (
    <>
      <Card isPadded>
        <View className="past__label">{words.figures}</View>
        <View className="past__range">
          <Money amount={net?.low ?? null} size="figure" info={info} whyUnknown={words.nothing} />
          {net && net.high > net.low && (
            <>
              <View className="past__to">–</View>
              <Money amount={net.high} size="figure" info={info} />
            </>
          )}
        </View>
        {!net && <View className="past__note">{words.nothing}</View>}
      </Card>
      {view.subject.kind === 'host' && (
        <Card title={words.followers}>
          {read.length === 0 && <Row title={words.noFollowers} />}
          {read.map(({ accountId, platform, count, readOn }) => (
            <Row
              key={accountId}
              title={t.common.platform[platform]}
              note={readOn === null ? null : wordDays(readOn, readOn, lang)}
              value={t.common.count.people(formatCount(count ?? 0, lang))}
            />
          ))}
        </Card>
      )}
    </>
  );
});
