import { View } from '@tarojs/components';
import { useContext, useState } from 'react';

import { road, type AwardAnswer, type AwardRule, type ExpectedNet } from '../../domain/incentive';
import { ownConditions } from '../../domain/incentive/standing';
import type { YearFigures } from '../../domain/sales';
import type { Settlement } from '../../domain/settlement';
import { useText } from '../../i18n';
import { ScreenContext } from '../screen';
import { type Facts, useConditionText } from '../tier-words';
import { px, Scale, span } from './scale';
import { Side } from './side';
import { Sign } from './sign';
import { nextAbove, restingView, SIGN_PX, viewOfTier } from './view';
import './index.css';

/** Props of {@link Road}. */
export interface RoadProps {
  award: AwardAnswer;
  rule: AwardRule;
  facts: Facts;
  /** The year's sums; they say how much of it is verified. */
  sums: YearFigures | null;
  /** What may still come back; null while it is not known. */
  settlement?: Settlement | null;
  /** Where the year is expected to end; absent without a forecast. */
  yearEnd?: ExpectedNet | null;
  /** The tier whose conditions are shown below; null: the next one counts. */
  selectedTierId: string | null;
  onSelect: (tierId: string) => void;
}

/** Height of the view beside the two signs that it always has room for, px. */
const HEIGHT_PX = 268;
/** Lines of a sign are longer than it is wide with larger type, and take two. */
const BROKEN_LINES = 1.3;
/** A marker this near to an edge is out of view, px. */
const EDGE_PX = 15;
/** Signs further below the view than it can move at once are not drawn, px. */
const BEHIND_PX = 300;

/**
 * The vertical road of tiers: each an equal stretch on a scale that it prints, tiers as signs at its
 * right, where the subject stands at its left. Settled money is solid, money that may come back is
 * hatched green, what is not known hatched grey. The marker moves on a still scale; the view follows.
 */
export function Road(props: RoadProps) {
  const { award, rule, facts, sums, yearEnd = null, selectedTierId, onSelect } = props;
  const { typeScale } = useContext(ScreenContext);
  const signPx = Math.round(typeScale > 1 ? SIGN_PX * typeScale * BROKEN_LINES : SIGN_PX);
  const words = useText().incentive.road;
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const text = useConditionText(facts);
  const drawn = road(award, { sums, yearEnd });
  const heightPx = HEIGHT_PX + 2 * signPx;
  const currentId = selectedTierId ?? award.nextTierId;
  const looked = drawn.signs.find(({ tierId }) => tierId === lookedAt);
  const view = looked
    ? viewOfTier(looked, heightPx, signPx)
    : restingView(drawn, heightPx, currentId, signPx);
  const next = nextAbove(drawn, view, signPx);
  const own = ownConditions(award)[0]?.condition;
  const amount = (value: number): string =>
    text.amount(value, { unit: own?.unit ?? 'fen', metric: award.metric });
  const low = drawn.low ?? 0;
  const isRange = drawn.high !== null && drawn.high > low;
  const meWords = isRange ? words.atLeast : words.me;
  const me = drawn.low === null ? words.nothing : meWords(amount(own?.low ?? 0));
  const isMeOut = low + EDGE_PX > view.top || low - EDGE_PX < view.foot;
  const seen = drawn.signs.filter(
    ({ at }) => (!next || at < next.at) && at > view.foot - BEHIND_PX,
  );
  const signOf = (tierId: string, isNext: boolean) => ({
    tier: award.tiers.find((tier) => tier.tierId === tierId),
    rule: rule.tiers.find((tier) => tier.tierId === tierId),
    metric: award.metric,
    facts,
    heightPx: signPx,
    isCurrent: tierId === currentId,
    onSelect: () => {
      if (isNext) setLookedAt(tierId);
      onSelect(tierId);
    },
  });
  return (
    <View className="hl-road" style={{ height: `${heightPx}px` }}>
      <View
        className={looked ? 'hl-road__ground hl-road__ground--looked' : 'hl-road__ground'}
        style={{ transform: `translateY(${px(view.foot)})` }}
      >
        <View className="hl-road__done" style={span(0, drawn.settled ?? low)} />
        {drawn.settled !== null && (
          <View className="hl-road__open" style={span(drawn.settled, low)} />
        )}
        {isRange && <View className="hl-road__unknown" style={span(low, drawn.high ?? low)} />}
        <Scale drawn={drawn} view={view} signs={seen} signPx={signPx} amount={amount} />
        {seen.map((sign) => (
          <Sign
            key={sign.tierId}
            {...signOf(sign.tierId, false)}
            bottom={px(sign.at)}
            above={sign.above}
            threshold={amount(sign.threshold)}
          />
        ))}
        {!isMeOut && (
          <Side
            drawn={drawn}
            view={view}
            me={me}
            amount={amount}
            high={own?.high ?? 0}
            sums={award.metric === 'net_sales' ? sums : null}
            settlement={props.settlement ?? null}
            yearEnd={yearEnd}
          />
        )}
      </View>
      {next && <Sign {...signOf(next.tierId, true)} threshold={amount(next.threshold)} />}
      {isMeOut && (
        <View
          className={`hl-road__me hl-road__me--${low > view.foot ? 'above' : 'below'}`}
          role="button"
          onClick={() => setLookedAt(null)}
        >
          {me}
        </View>
      )}
    </View>
  );
}
