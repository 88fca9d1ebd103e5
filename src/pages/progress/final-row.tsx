import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { finalityOf, type AwardAnswer } from '../../domain/incentive';
import { formatMoney } from '../../domain/money';
import { netBounds } from '../../domain/sales';
import { openReturns } from '../../domain/settlement';
import { useLang, useText, wordChinaDay } from '../../i18n';
import type { ProgressView } from '../../stores';
import { useStores } from '../../stores-context';

/** Props of {@link FinalRow}. */
export interface FinalRowProps {
  view: ProgressView;
  award: AwardAnswer;
  onTap: () => void;
}

/** What of the net may still come back, and until when the answer can move; the rest on tap. */
export const FinalRow = observer(function FinalRow({ view, award, onTap }: FinalRowProps) {
  const { ui } = useStores();
  const lang = useLang();
  const { settled, final } = useText().incentive;
  const { settlement, sums } = view;
  const { movesUntil } = finalityOf({ ...view, award });
  const until = movesUntil && wordChinaDay(movesUntil, ui.now, lang);
  const returns =
    settlement && award.metric === 'net_sales'
      ? {
          some: settled.line(
            formatMoney(settlement.unsettledFen, lang),
            formatMoney(settlement.expectedReturnFen, lang),
          ),
          none: settled.all,
          cannot_tell: settled.cannotTell,
        }[openReturns(settlement, sums && netBounds(sums))]
      : null;
  return (
    <Card>
      <Row
        title={final.title}
        note={
          <>
            {returns !== null && <View>{returns}</View>}
            <View>{until === null ? final.over : final.until(until)}</View>
          </>
        }
        onTap={onTap}
      />
    </Card>
  );
});
