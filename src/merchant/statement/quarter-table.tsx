import { View } from '@tarojs/components';
import { useState } from 'react';

import { Card } from '../../components/card';
import { exactRange, NetFigure } from '../../components/money';
import { Row } from '../../components/row';
import { Sheet } from '../../components/sheet';
import { formatMoneyExact } from '../../domain/money';
import { exactYuan, sign } from '../../domain/money/format';
import type { NetBounds, StatementQuarter, StatementSums } from '../../domain/sales';
import { useMerchantText } from '../../i18n/merchant';

/** A line of the table. */
export interface TableLine {
  id: string;
  title: string;
  sums: StatementSums;
  /** The months behind it, for a tap; absent where there are none. */
  quarter?: StatementQuarter;
}

/** Props of {@link QuarterTable}. */
export interface QuarterTableProps {
  lines: readonly TableLine[];
  /** The sum of `lines`. */
  total: TableLine;
}

/** The longest figure of which three stand beside each other. */
const COLUMN_LENGTH = 11;

/** Quarters and their sum to the fen: as columns, or one under another where a figure is too long. */
export function QuarterTable({ lines, total }: QuarterTableProps) {
  const t = useMerchantText();
  const words = t.merchantMoney.statement;
  const [open, setOpen] = useState<StatementQuarter | null>(null);
  const all = [...lines, total];
  const isNarrow = all.some(({ sums }) =>
    columnsOf(sums).some((cell) => cell.split('\n').some((text) => text.length > COLUMN_LENGTH)),
  );
  const monthText = (month: string) =>
    t.common.day.month(Number(month.slice(0, 4)), Number(month.slice(5)));
  return (
    <>
      <Card>
        {!isNarrow && (
          <View className="quarters__row quarters__row--head">
            <View className="quarters__title" />
            <View className="quarters__cell">{words.paid}</View>
            <View className="quarters__cell">{words.refunded}</View>
            <View className="quarters__cell">{t.common.net}</View>
          </View>
        )}
        {all.map((line) => {
          const { quarter } = line;
          const tap = quarter ? { onTap: () => setOpen(quarter) } : {};
          const isSum = line === total;
          return isNarrow ? (
            <StatementLine
              key={line.id}
              title={line.title}
              sums={line.sums}
              isSum={isSum}
              {...tap}
            />
          ) : (
            <ColumnLine key={line.id} line={line} isSum={isSum} {...tap} />
          );
        })}
      </Card>
      <Sheet
        isOpen={open !== null}
        onClose={() => setOpen(null)}
        closeLabel={t.common.action.close}
        title={open === null ? '' : words.quarter(open.quarter)}
      >
        {open?.months.map((month) => (
          <StatementLine key={month.month} title={monthText(month.month)} sums={month} />
        ))}
      </Sheet>
    </>
  );
}

interface LineProps {
  /** The sum of the lines above it. */
  isSum?: boolean;
  onTap?: () => void;
}

function ColumnLine({ line: { title, sums }, isSum, onTap }: LineProps & { line: TableLine }) {
  const cells = columnsOf(sums);
  const tap = onTap ? { role: 'button', onClick: onTap, hoverClass: 'hl-row--pressed' } : {};
  return (
    <View className={isSum ? 'quarters__row quarters__row--sum' : 'quarters__row'} {...tap}>
      <View className="quarters__title">{title}</View>
      {cells.map((cell, index) => (
        <View key={index} className={`quarters__cell quarters__cell--${index}`}>
          {cell}
        </View>
      ))}
    </View>
  );
}

/** Paid, refunded and net of a line, in yuan: a range takes two lines. */
function columnsOf({ paid, refundedFen, net }: StatementSums): string[] {
  return [columnText(paid), yuan(refundedFen), columnText(net)];
}

function columnText({ low, high }: NetBounds): string {
  return low === high ? yuan(low) : `${yuan(low)}\n–${yuan(high)}`;
}

function yuan(fen: number): string {
  return sign(fen) + exactYuan(Math.abs(fen), 'if_any');
}

/** What was paid, what was refunded, and the net of a month, of a quarter or of the year. */
function StatementLine(props: LineProps & { title: string; sums: StatementSums }) {
  const { title, sums, isSum, ...tap } = props;
  const { paid, refundedFen, net } = sums;
  const words = useMerchantText().merchantRules.explain;
  const parts = [
    ...(paid.high > 0 ? [words.paid(exactRange(paid))] : []),
    ...(refundedFen > 0 ? [words.refunded(formatMoneyExact(refundedFen))] : []),
  ];
  return (
    <Row
      title={
        <View className={isSum ? 'statement__line statement__sum' : 'statement__line'}>
          {title}
          <View className="statement__net">
            <NetFigure net={net} write={formatMoneyExact} />
          </View>
        </View>
      }
      note={parts.join('\n')}
      {...tap}
    />
  );
}
