import { View } from '@tarojs/components';

import type { MetricId, TierAnswer, TierRule } from '../../domain/incentive';
import { useLang } from '../../i18n';
import { StatusMark } from '../status-mark';
import { answerShape, type Facts, useAwardText, useTierText } from '../tier-words';

/** Props of {@link Sign}. */
export interface SignProps {
  /** How far up the road, as CSS. */
  at: string;
  tier: TierAnswer | undefined;
  /** The figure that the tiers rise with. */
  metric: MetricId;
  rule: TierRule | undefined;
  facts: Facts;
  threshold: string;
  /** Whether the amount is beyond it; other conditions may still be open. */
  isPassed: boolean;
  isSelected: boolean;
  onSelect: () => void;
}

/** A tier as a sign on the road: threshold, what it is worth at most, then what the figures say. */
export function Sign(props: SignProps) {
  const { at, tier, metric, rule, facts, threshold, isPassed, isSelected, onSelect } = props;
  const lang = useLang();
  const { award } = useAwardText();
  const tierText = useTierText(facts);
  if (!tier || !rule) return null;
  const selected = isSelected ? ' hl-road__sign--selected' : '';
  const passed = isPassed ? ' hl-road__tick--passed' : '';
  return (
    <>
      <View className={`hl-road__tick${passed}`} style={{ bottom: at }} />
      <View
        className={`hl-road__sign${selected}`}
        style={{ bottom: at }}
        role="button"
        ariaLabel={rule.name[lang]}
        onClick={onSelect}
      >
        <View className="hl-road__sign-line">
          <View className="hl-road__threshold">{threshold}</View>
          <View className="hl-road__award">{award(tier)}</View>
        </View>
        <StatusMark shape={answerShape(tier.byFigures)} label={tierText(tier, metric)} />
      </View>
    </>
  );
}
