import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { exactRange, NetFigure } from '../../components/money';
import { Row } from '../../components/row';
import { formatMoneyExact } from '../../domain/money';
import {
  type NetBounds,
  quartersOf,
  type StatementSums,
  totalOf,
  unknownDayLine,
  type YearView,
} from '../../domain/sales';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { YearOfSales } from '../../stores/statement-store';
import { useStores } from '../../stores-context';

/** Props of {@link StatementCards}. */
export interface StatementCardsProps {
  shopId: string;
  value: YearOfSales;
  view: YearView;
}

/** The net of the year, and the quarters and months that add up to it, all to the fen. */
export const StatementCards = observer(function StatementCards(props: StatementCardsProps) {
  const { shopId, value, view } = props;
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantMoney.statement;
  const statement = view === 'sale' ? value.bySale : value.byReturn;
  const monthText = (month: string) =>
    t.common.day.month(Number(month.slice(0, 4)), Number(month.slice(5)));
  const quarters = quartersOf(statement);
  const unknown = unknownDayLine(statement);
  const total = totalOf(statement);
  if (quarters.length === 0 && unknown.refundedFen === 0) {
    const record = () => ui.open(PATHS.record.url({ shopId }));
    return (
      <Card>
        <EmptyState
          isInline
          title={words.empty}
          note={words.note[view]}
          action={{ label: words.record, onTap: record }}
        />
      </Card>
    );
  }
  return (
    <>
      <Card isPadded>
        <View className="statement__label">{t.common.net}</View>
        <NetOfYear net={total.net} />
        <View className="statement__note">{words.note[view]}</View>
      </Card>
      {quarters.map((quarter) => (
        <Card key={quarter.quarter}>
          <Line title={words.quarter(quarter.quarter)} sums={quarter} isSum />
          {quarter.months.map((month) => (
            <Line key={month.month} title={monthText(month.month)} sums={month} />
          ))}
        </Card>
      ))}
      <Card>
        {unknown.refundedFen > 0 && <Line title={words.unknownDay} sums={unknown} />}
        <Line title={words.total} sums={total} isSum />
      </Card>
      {view === 'return' && (
        <View className="hl-footnote">{words.otherYears(value.coversFrom)}</View>
      )}
    </>
  );
});

/** The one figure of the page; its fen are small, so that nine digits fit. */
function NetOfYear({ net }: { net: NetBounds }) {
  if (net.low !== net.high) {
    return (
      <View className="statement__total statement__total--range">
        <NetFigure net={net} write={formatMoneyExact} />
      </View>
    );
  }
  const text = formatMoneyExact(net.low);
  const point = text.lastIndexOf('.');
  return (
    <View className="statement__total">
      {text.slice(0, point)}
      <View className="statement__fen">{text.slice(point)}</View>
    </View>
  );
}

interface LineProps {
  title: string;
  sums: StatementSums;
  /** The sum of the lines near it. */
  isSum?: boolean;
}

/** What was paid, what was refunded, and the net of a month, of a quarter or of the year. */
function Line({ title, sums: { paid, refundedFen, net }, isSum = false }: LineProps) {
  const words = useMerchantText().merchantRules.explain;
  const parts = [
    ...(paid.high > 0 ? [words.paid(exactRange(paid))] : []),
    ...(refundedFen > 0 ? [words.refunded(formatMoneyExact(refundedFen))] : []),
  ];
  const strong = isSum ? 'statement__sum' : '';
  return (
    <Row
      title={
        <View className={`statement__line ${strong}`}>
          {title}
          <View className="statement__net">
            <NetFigure net={net} write={formatMoneyExact} />
          </View>
        </View>
      }
      note={parts.join('\n')}
    />
  );
}
