import { View } from '@tarojs/components';

import type { Forecast } from '../../domain/forecast';
import type { AwardAnswer, AwardRule } from '../../domain/incentive';
import type { YearFigures } from '../../domain/sales';
import type { Settlement } from '../../domain/settlement';
import { useLang, useText } from '../../i18n';
import { useHeadline } from '../headline';
import { InfoButton } from '../info-button';
import { Money } from '../money';
import { Road } from '../road';
import { type Facts, useMetricText } from '../tier-words';
import './index.css';

/** Props of {@link AwardRoad}. */
export interface AwardRoadProps {
  award: AwardAnswer;
  rule: AwardRule;
  /** Facts of the rule set, which name figures that are declared. */
  facts: Facts;
  sums: YearFigures | null;
  year: number;
  /** What may still come back; null or absent while it is not known. */
  settlement?: Settlement | null;
  /** How the year may go on; null or absent where nothing says. */
  forecast?: Forecast | null;
  /** What planned sessions come to, in words. */
  plan?: string | null;
  /** How an amount that was just recorded has moved the figure. */
  moved?: string | null;
  selectedTierId: string | null;
  onSelect: (tierId: string) => void;
  /** In the check the figure was typed and is not recorded. */
  isCheck?: boolean;
  /** Where the rules and sources of the award stand. */
  info?: { label: string; onTap: () => void };
}

/** One award: the figure of the screen, how far the next tier is, and the road. */
export function AwardRoad(props: AwardRoadProps) {
  const { award, rule, facts, sums, year, selectedTierId, onSelect, isCheck = false } = props;
  const { settlement = null, forecast = null, plan = null, moved = null, info } = props;
  const lang = useLang();
  const words = useText().incentive;
  const text = useMetricText(facts);
  const own = award.tiers[0]?.conditions.find(({ metric }) => metric === award.metric);
  const { main, pace } = useHeadline(facts)(award, rule, { year, forecast, settlement });
  const isRange = own && own.low !== null && own.high !== null && own.high !== own.low;
  const why = own?.missing && (isCheck ? words.missingInCheck : words.missing[own.missing]);
  const name = text.name(award.metric);
  const figure = {
    unit: own?.unit === 'followers' || own?.unit === 'count' ? own.unit : 'fen',
    info: {
      label: name,
      basis: isCheck ? words.typedBasis : text.basis(award.metric),
      period: words.figure.calendarYear(year),
      formula: text.formula(award.metric),
    },
    ...(why ? { whyUnknown: why } : {}),
  } as const;
  return (
    <View className="hl-award">
      <View className="hl-award__head">
        <View className="hl-award__name">{words.headline.figureOf(name, rule.name[lang])}</View>
        {info && <InfoButton {...info} />}
      </View>
      <View className="hl-award__figure">
        {moved !== null && <View className="hl-award__moved">{moved}</View>}
        <Money amount={own?.low ?? null} size={isRange ? 'figure' : 'hero'} {...figure} />
        {isRange && (
          <View className="hl-award__to">
            –
            <Money amount={own.high} size="figure" {...figure} />
          </View>
        )}
      </View>
      <View className="hl-award__headline">{isCheck && why ? why : main}</View>
      {pace !== null && <View className="hl-award__pace">{pace}</View>}
      {plan !== null && <View className="hl-award__pace">{plan}</View>}
      <Road
        award={award}
        rule={rule}
        facts={facts}
        sums={sums}
        settlement={settlement}
        yearEnd={forecast?.kind === 'range' ? forecast.yearEnd : null}
        selectedTierId={selectedTierId}
        onSelect={onSelect}
      />
    </View>
  );
}
