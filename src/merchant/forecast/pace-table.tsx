import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { pace, type PaceOf } from '../../domain/forecast';
import type { AwardAnswer, AwardRule } from '../../domain/incentive';
import { hasPassed } from '../../domain/incentive/standing';
import { formatMoneyGap } from '../../domain/money';
import type { ChinaDay } from '../../domain/time';
import { useLang } from '../../i18n';
import { thresholdsOf } from '../../domain/incentive/outlook';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link PaceTable}. */
export interface PaceTableProps {
  award: AwardAnswer;
  rule: AwardRule;
  today: ChinaDay;
  year: number;
  /** Net of the year so far, less expected returns, fen. */
  keptFen: number;
  sessionsPerWeek: number;
}

/** What each tier asks for from tomorrow on: a week, and a session. */
export const PaceTable = observer(function PaceTable(props: PaceTableProps) {
  const { award, rule, today, year, keptFen, sessionsPerWeek } = props;
  const lang = useLang();
  const words = useMerchantText().merchantOutlook.forecast;
  const thresholds = thresholdsOf(award);
  const needed = pace({ netFen: keptFen, today, year, sessionsPerWeek, thresholds });
  const say = ({ id, state, perWeekFen, perSessionFen }: PaceOf): string => {
    if (state === 'passed' || hasPassed(award, id)) return words.enough;
    if (perWeekFen === null) return words.notThisYear;
    return words.perWeek(formatMoneyGap(perWeekFen, lang)) + perSession(perSessionFen);
  };
  const perSession = (fen: number | null): string =>
    fen === null ? '' : ` · ${words.perSession(formatMoneyGap(fen, lang))}`;
  return (
    <>
      <Card title={words.pace}>
        {needed.thresholds.map((threshold) => (
          <Row
            key={threshold.id}
            title={
              rule.tiers.find(({ tierId }) => tierId === threshold.id)?.name[lang] ?? threshold.id
            }
            note={say(threshold)}
          />
        ))}
      </Card>
      <View className="hl-footnote">{words.paceNote(needed.weeksLeft.toFixed(1))}</View>
    </>
  );
});
