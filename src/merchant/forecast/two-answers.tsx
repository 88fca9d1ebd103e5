import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { StatusMark } from '../../components/status-mark';
import { answerShape, type Facts, useTierText } from '../../components/tier-words';
import type { Forecast } from '../../domain/forecast';
import {
  atYearEnd,
  type Answer,
  type AwardAnswer,
  type AwardRule,
  type TierAnswer,
} from '../../domain/incentive';
import { useLang, wordDays } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';

/** Props of {@link TwoAnswers}. */
export interface TwoAnswersProps {
  award: AwardAnswer;
  rule: AwardRule;
  facts: Facts;
  forecast: Forecast | null;
}

/** Every tier as a table: if counted today, at year end at this pace, and when it is expected. */
export const TwoAnswers = observer(function TwoAnswers(props: TwoAnswersProps) {
  const { award, rule, forecast } = props;
  const lang = useLang();
  const whenText = useWhenText(props);
  const tierText = useTierText(props.facts);
  const words = useMerchantText().merchantOutlook.answers;
  const range = forecast?.kind === 'range' ? forecast : null;
  return (
    <Card title={words.title}>
      <View className="answers__row answers__row--head">
        <View className="answers__tier" />
        <View className="answers__cell">{words.today}</View>
        {range && <View className="answers__cell">{words.atYearEnd}</View>}
        {range && <View className="answers__cell">{words.when}</View>}
      </View>
      {award.tiers.map((tier) => (
        <View key={tier.tierId} className="answers__row">
          <View className="answers__tier">
            {rule.tiers.find(({ tierId }) => tierId === tier.tierId)?.name[lang]}
          </View>
          <Mark answer={tier.byFigures} label={tierText(tier, award.metric)} />
          {range && (
            <Mark
              answer={atYearEnd(tier, range.yearEnd)}
              label={words.answer[atYearEnd(tier, range.yearEnd)]}
            />
          )}
          {range && <View className="answers__cell">{whenText(tier, range)}</View>}
        </View>
      ))}
      {range && <View className="answers__note">{words.yearEndNote}</View>}
    </Card>
  );
});

function Mark({ answer, label }: { answer: Answer; label: string }) {
  return (
    <View className="answers__cell">
      <StatusMark shape={answerShape(answer)} label={label} />
    </View>
  );
}

type Range = Extract<Forecast, { kind: 'range' }>;

/**
 * When a tier's amount is expected to be passed; in words where it may not be this year. Of an
 * amount that is passed today no day is expected; the headline names the day from which it is safe.
 */
function useWhenText({ award }: TwoAnswersProps) {
  const lang = useLang();
  const words = useMerchantText().merchantOutlook.answers;
  return (tier: TierAnswer, range: Range): string | null => {
    const own = tier.conditions.find(({ metric }) => metric === award.metric);
    if (own?.answer === 'met') return null;
    const crossing = range.crossings.find(({ id }) => id === tier.tierId);
    if (!crossing) return null;
    const { earliest, latest } = crossing;
    if (earliest === null) return words.never;
    if (latest === null) return words.maybe(wordDays(earliest, earliest, lang));
    return wordDays(earliest, latest, lang);
  };
}
