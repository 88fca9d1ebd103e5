import { View } from '@tarojs/components';

import {
  confirmationsOf,
  type MetricId,
  type TierAnswer,
  type TierRule,
} from '../../domain/incentive';
import { useLang, useText } from '../../i18n';
import { StatusMark } from '../status-mark';
import { answerShape, type Facts, useAwardText, useOpenText, useTierText } from '../tier-words';

/** Props of {@link Sign}. */
export interface SignProps {
  tier: TierAnswer | undefined;
  rule: TierRule | undefined;
  /** The figure that the tiers rise with. */
  metric: MetricId;
  facts: Facts;
  threshold: string;
  /** Height of its line, as CSS; without it the sign stands at the upper edge, and its line above. */
  bottom?: string;
  /** How many signs of the same line stand below it. */
  above?: number;
  /** Its height, px: signs of one line stand so far from each other. */
  heightPx: number;
  /** Whether it is the next tier, or the one that was chosen. */
  isCurrent: boolean;
  onSelect: () => void;
}

/** Space between signs of one line, px. */
const BETWEEN_PX = 8;

/** A tier as a sign on the road: threshold, what it is worth at most, then verdict and gap. */
export function Sign(props: SignProps) {
  const { tier, rule, metric, facts, threshold, bottom, above = 0, heightPx, onSelect } = props;
  const lang = useLang();
  const { award } = useAwardText();
  const signText = useSignText(facts);
  if (!tier || !rule) return null;
  const classes = ['hl-road__sign'];
  if (bottom === undefined) classes.push('hl-road__sign--out');
  if (above > 0) classes.push('hl-road__sign--stacked');
  if (tier.byFigures === 'met') classes.push('hl-road__sign--met');
  if (props.isCurrent) classes.push('hl-road__sign--current');
  const style = {
    ...(bottom === undefined ? {} : { bottom }),
    ...(above > 0 ? { marginBottom: `${above * (heightPx + BETWEEN_PX)}px` } : {}),
  };
  return (
    <View
      className={classes.join(' ')}
      style={style}
      role="button"
      ariaLabel={rule.name[lang]}
      onClick={onSelect}
    >
      <View className="hl-road__sign-line">
        <View className="hl-road__threshold">{threshold}</View>
        <View className="hl-road__award">{award(tier)}</View>
      </View>
      <StatusMark shape={answerShape(tier.byFigures)} label={signText(tier, metric)} />
    </View>
  );
}

/** Verdict and gap in one line; the amount stands above it. */
function useSignText(facts: Facts): (tier: TierAnswer, metric: MetricId) => string {
  const words = useText().incentive.road;
  const tierText = useTierText(facts);
  const openText = useOpenText();
  return (tier, metric) =>
    tier.byFigures === 'met'
      ? words.passed(openText(confirmationsOf(tier.toConfirm)))
      : tierText(tier, metric);
}
