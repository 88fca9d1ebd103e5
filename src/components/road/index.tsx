import { View } from '@tarojs/components';
import { useContext } from 'react';

import { road, type AwardAnswer, type AwardRule, type ExpectedNet } from '../../domain/incentive';
import { formatMoney } from '../../domain/money';
import type { YearFigures } from '../../domain/sales';
import { useLang, useText } from '../../i18n';
import { type Facts, useConditionText } from '../tier-words';
import { placeLabels } from './labels';
import { Sign } from './sign';
import { NarrowScreen } from './narrow-screen';
import './index.css';

/** Props of {@link Road}. */
export interface RoadProps {
  award: AwardAnswer;
  rule: AwardRule;
  facts: Facts;
  /** The year's sums; they say how much of it is verified. */
  sums: YearFigures | null;
  /** Where the year is expected to end; absent without a forecast. */
  yearEnd?: ExpectedNet | null;
  /** The tier whose conditions are shown below. */
  selectedTierId: string | null;
  onSelect: (tierId: string) => void;
}

const PX_OF_CURRENT_STRETCH = 180;
const PX_OF_OTHER_STRETCH = 62;
const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
/** The stretch between two places on the road, as CSS. */
function span(from: number | null, to: number | null) {
  return {
    bottom: percent(from ?? 0),
    height: percent((to ?? 0) - (from ?? 0)),
  };
}

/**
 * The vertical road of tiers: from 0 at its foot to beyond the last tier, tiers as signs on it, and
 * where the subject stands. Settled money is solid, money that may still come back is hatched, the band
 * beside it is where the year is expected to end.
 */
export function Road(props: RoadProps) {
  const { award, rule, facts, sums, yearEnd = null, selectedTierId, onSelect } = props;
  const lang = useLang();
  const words = useText().incentive.road;
  const linesOfLabel = useContext(NarrowScreen) ? 2 : 1;
  const drawn = road(award, { sums, yearEnd });
  const heightPx = PX_OF_CURRENT_STRETCH + PX_OF_OTHER_STRETCH * award.tiers.length;
  const { own, low, high, ahead } = standing(award);
  const text = useConditionText(facts);
  const unit = own?.unit ?? 'fen';
  const amount = (value: number | null): string =>
    text.amount(value ?? 0, { unit, metric: award.metric });
  const places = placeLabels(drawn, (ahead?.gap ?? 0) > 0, heightPx, linesOfLabel);
  const isRange = drawn.meLow !== null && drawn.meHigh !== null && drawn.meHigh > drawn.meLow;
  const verifiedFen = sums?.verifiedNetFen ?? 0;
  return (
    <View className="hl-road">
      <View className="hl-road__map" style={{ height: `${heightPx}px` }}>
        {drawn.yearEnd && (
          <View
            className="hl-road__year-end"
            style={span(drawn.yearEnd.from, Math.max(drawn.yearEnd.to, drawn.yearEnd.from + 0.02))}
          />
        )}
        <View className="hl-road__way">
          {isRange && <View className="hl-road__maybe" style={span(drawn.meLow, drawn.meHigh)} />}
          <View
            className={drawn.settled === null ? 'hl-road__done' : 'hl-road__unsettled'}
            style={{ height: percent(drawn.meLow ?? 0) }}
          />
          {drawn.settled !== null && (
            <View className="hl-road__done" style={{ height: percent(drawn.settled) }} />
          )}
          {drawn.verified !== null && verifiedFen > 0 && (
            <View className="hl-road__verified" style={{ bottom: percent(drawn.verified) }}>
              ✓
            </View>
          )}
        </View>
        {drawn.stops.map((stop) => (
          <Sign
            key={stop.tierId}
            at={percent(stop.at)}
            tier={award.tiers.find(({ tierId }) => tierId === stop.tierId)}
            metric={award.metric}
            rule={rule.tiers.find(({ tierId }) => tierId === stop.tierId)}
            facts={facts}
            threshold={amount(stop.threshold)}
            isPassed={(drawn.meLow ?? 0) > stop.at}
            isSelected={stop.tierId === selectedTierId}
            onSelect={() => onSelect(stop.tierId)}
          />
        ))}
        <View className="hl-road__start">{words.start}</View>
        {drawn.meLow !== null && (
          <View className="hl-road__pin" style={{ bottom: percent(drawn.meLow) }} />
        )}
        <SideLabel
          at={places.me}
          kind="me"
          text={isRange ? words.atLeast(amount(low)) : `${words.me} ${amount(low)}`}
        />
        <SideLabel
          at={places.gap}
          kind="gap"
          text={(isRange ? words.gapAtMost : words.gap)(ahead ? text.gap(ahead) : '')}
        />
        <SideLabel at={places.atMost} kind="at-most" text={words.atMost(amount(high))} />
        {drawn.meLow === null && <SideLabel at={0} kind="nothing" text={words.nothing} />}
      </View>
      <View className="hl-road__legend">
        <View className="hl-road__key hl-road__key--done">{words.legendSolid}</View>
        {drawn.settled !== null && (
          <View className="hl-road__key hl-road__key--unsettled">{words.legendUnsettled}</View>
        )}
        {yearEnd && drawn.yearEnd && (
          <View className="hl-road__key hl-road__key--year-end">
            {words.legendYearEnd(`${amount(yearEnd.lowFen)}–${amount(yearEnd.highFen)}`)}
          </View>
        )}
        {isRange && <View className="hl-road__key hl-road__key--maybe">{words.legendHatched}</View>}
        {verifiedFen > 0 && award.metric === 'net_sales' && (
          <View className="hl-road__key-words">
            ✓ {words.legendVerified(formatMoney(verifiedFen, lang))}
          </View>
        )}
        <View className="hl-road__key-words">{words.notToScale}</View>
      </View>
    </View>
  );
}

/** Bounds of the road's own metric, and its condition in the first tier not surely passed. */
function standing({ metric, tiers }: AwardAnswer) {
  const own = tiers.flatMap(({ conditions }) =>
    conditions.filter((condition) => condition.metric === metric),
  );
  const ahead = own.find(({ answer }) => answer !== 'met');
  const [first] = own;
  return { own: first, low: first?.low ?? null, high: first?.high ?? null, ahead };
}

interface SideLabelProps {
  at: number | null;
  kind: 'me' | 'gap' | 'at-most' | 'nothing';
  text: string;
}

function SideLabel({ at, kind, text }: SideLabelProps) {
  if (at === null) return null;
  return (
    <View className={`hl-road__label hl-road__label--${kind}`} style={{ bottom: `${at}px` }}>
      {text}
    </View>
  );
}
