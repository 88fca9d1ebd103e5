import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { NetFigure } from '../../components/money';
import { formatMoneyExact, formatMoneyPlain } from '../../domain/money';
import {
  type NetBounds,
  quartersOf,
  totalOf,
  unknownDayLine,
  type YearView,
} from '../../domain/sales';
import { monthBars } from '../../domain/sales/month-bars';
import { expectedBar } from '../../domain/sales/year-bars';
import { chinaDayOf, yearOf } from '../../domain/time';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { ProgressView } from '../../stores';
import type { YearOfSales } from '../../stores/statement-store';
import { useStores } from '../../stores-context';
import { QuarterTable } from './quarter-table';
import { YearPicture } from './year-picture';

/** Props of {@link StatementCards}. */
export interface StatementCardsProps {
  shopId: string;
  value: YearOfSales;
  view: YearView;
  /** What may still come back and how the year may go on; null until it is read. */
  progress: ProgressView | null;
}

/** The net of the year, its months as a picture, and the quarters that add up to it. */
export const StatementCards = observer(function StatementCards(props: StatementCardsProps) {
  const { shopId, value, view } = props;
  const { ui } = useStores();
  const words = useMerchantText().merchantMoney.statement;
  const statement = view === 'sale' ? value.bySale : value.byReturn;
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
  const lines = quarters.map((quarter) => ({
    id: String(quarter.quarter),
    title: words.quarter(quarter.quarter),
    sums: quarter,
    quarter,
  }));
  const ofUnknownDay = { id: 'unknown', title: words.unknownDay, sums: unknown };
  return (
    <>
      <YearCard {...props} net={total.net} />
      <QuarterTable
        lines={unknown.refundedFen > 0 ? [...lines, ofUnknownDay] : lines}
        total={{ id: 'total', title: words.total, sums: total }}
      />
      <View className="hl-footnote">{words.note[view]}</View>
      {view === 'return' && (
        <View className="hl-footnote">{words.otherYears(value.coversFrom)}</View>
      )}
    </>
  );
});

/** The one figure of the page, what of it is settled, and its months. */
function YearCard({ value, view, progress, net }: StatementCardsProps & { net: NetBounds }) {
  const t = useMerchantText();
  const { year } = value;
  const today = chinaDayOf(value.asOf);
  const isBySale = view === 'sale';
  // A refund of the future is of its own month: by day of return no month changes afterwards.
  const settlement = isBySale ? (progress?.settlement ?? null) : null;
  const open = isBySale ? (settlement?.openMonths ?? null) : [];
  const months = monthBars(isBySale ? value.bySale : value.byReturn, { year, open, today });
  const forecasts = progress?.outlooks.map(({ forecast }) => forecast) ?? [];
  const range = forecasts.find((forecast) => forecast.kind === 'range');
  const yearEnd = isBySale && range?.kind === 'range' ? range.yearEnd : null;
  const isRunning = yearOf(today) === year;
  const running = isRunning ? Number(today.slice(5, 7)) : null;
  const ofToday = months.find(({ month }) => month === running);
  const settledFen = months.reduce((sum, month) => sum + month.settledFen, 0);
  const isOpenKnown = open !== null;
  return (
    <Card isPadded>
      <View className="statement__label">{t.common.net}</View>
      <NetOfYear net={net} />
      {isBySale && (
        <Split settledFen={settledFen} openFen={net.low - settledFen} isOpenKnown={isOpenKnown} />
      )}
      {net.low < net.high && (
        <SplitLine kind="unknown" text={t.merchantMoney.statement.range} fen={net.high - net.low} />
      )}
      <View className="statement__picture">
        <YearPicture
          months={months}
          expected={expectedBar(net, yearEnd, { year, today, running: ofToday })}
          running={running}
        />
      </View>
    </Card>
  );
}

interface SplitProps {
  settledFen: number;
  openFen: number;
  isOpenKnown: boolean;
}

/** What of the net will not change, and the rest; together they are its lower bound. */
function Split({ settledFen, openFen, isOpenKnown }: SplitProps) {
  const words = useMerchantText().merchantMoney.statement;
  return (
    <>
      {settledFen !== 0 && <SplitLine kind="solid" text={words.settled} fen={settledFen} />}
      {openFen !== 0 && (
        <SplitLine
          kind={isOpenKnown ? 'open' : 'unknown'}
          text={isOpenKnown ? words.open : words.openUnknown}
          fen={openFen}
        />
      )}
    </>
  );
}

function SplitLine({ kind, text, fen }: { kind: string; text: string; fen: number }) {
  return (
    <View className="statement__split">
      <View className={`statement__swatch hl-bars__part--${kind}`} />
      <View>{text}</View>
      <View className="statement__part">{formatMoneyPlain(fen)}</View>
    </View>
  );
}

/** The net of the year; its fen are small, so that nine digits fit. */
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
