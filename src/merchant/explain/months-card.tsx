import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { EmptyState } from '../../components/empty-state';
import { Row } from '../../components/row';
import type { OwnShop } from '../../contract/shop';
import type { ConditionAnswer, MonthExplanation, RuleSet } from '../../domain/incentive';
import { exactRange, NetFigure } from '../../components/money';
import { formatMoneyExact } from '../../domain/money';
import { BASES } from '../../domain/sales/entry';
import { useMerchantText } from '../../i18n/merchant';
import { PATHS } from '../../paths';
import type { ProgressSubject } from '../../stores';
import { useStores } from '../../stores-context';
import { MonthEntries } from './month-entries';

/** Props of {@link MonthsCard}. */
export interface MonthsCardProps {
  shop: OwnShop;
  subject: ProgressSubject;
  condition: ConditionAnswer;
  months: readonly MonthExplanation[];
  ruleSet: RuleSet;
}

/** The year's net month by month, adding up to the figure; a month opens to its entries. */
export const MonthsCard = observer(function MonthsCard(props: MonthsCardProps) {
  const { shop, subject, condition, months, ruleSet } = props;
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantRules.explain;
  const [opened, setOpened] = useState<string | null>(null);
  if (months.length === 0) {
    const { record, empty, emptyNote } = t.merchantMoney.explain;
    const open = () => ui.open(PATHS.record.url({ shopId: shop.id, hostId: subject.hostId }));
    return (
      <Card title={words.months}>
        <EmptyState
          isInline
          title={empty}
          note={emptyNote.net_sales}
          action={{ label: record, onTap: open }}
        />
      </Card>
    );
  }
  return (
    <>
      <Card
        title={words.months}
        action={{
          label: t.merchantMoney.statement.title,
          onTap: () => ui.open(PATHS.statement.url(subject)),
        }}
      >
        {months.map((sums) => (
          <View key={sums.month}>
            <Row
              title={monthText(sums.month, t.common.day.month)}
              note={partsOf(sums, words)}
              value={<NetFigure net={sums} write={formatMoneyExact} />}
              onTap={() => setOpened(opened === sums.month ? null : sums.month)}
            />
            {opened === sums.month && (
              <MonthEntries
                shop={shop}
                ruleSet={ruleSet}
                subject={{ ...subject, month: sums.month }}
              />
            )}
          </View>
        ))}
        {condition.low !== null && (
          <Row
            title={words.total}
            value={
              <NetFigure
                net={{ low: condition.low, high: condition.high }}
                write={formatMoneyExact}
              />
            }
          />
        )}
      </Card>
      <Card title={words.byBasis}>
        {BASES.filter((basis) => condition.byBasis?.[basis] !== undefined).map((basis) => (
          <Row
            key={basis}
            title={t.merchantMoney.basis[basis]}
            value={formatMoneyExact(condition.byBasis?.[basis] ?? 0)}
          />
        ))}
        {condition.range !== null && (
          <Row
            title={words.rangeRow}
            value={<NetFigure net={condition.range} write={formatMoneyExact} />}
          />
        )}
        {condition.settled !== null && (
          <Row title={words.settled} value={formatMoneyExact(condition.settled)} />
        )}
      </Card>
    </>
  );
});

function monthText(month: string, say: (year: number, month: number) => string): string {
  return say(Number(month.slice(0, 4)), Number(month.slice(5)));
}

interface PartWords {
  paid: (amount: string) => string;
  refunded: (amount: string) => string;
  open: (amount: string) => string;
}

function partsOf({ paidFen, refundedFen, range }: MonthExplanation, words: PartWords): string {
  return [
    words.paid(formatMoneyExact(paidFen)),
    ...(refundedFen > 0 ? [words.refunded(formatMoneyExact(refundedFen))] : []),
    ...(range.low === range.high ? [] : [words.open(exactRange(range))]),
  ].join(' · ');
}
