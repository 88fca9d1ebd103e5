import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { StatusMark } from '../../components/status-mark';
import { answerShape, type Facts, useTierText } from '../../components/tier-words';
import type { AwardAnswer, TierAnswer } from '../../domain/incentive';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import type { Scheme } from '../../stores';

/** Props of {@link PastTiers}. */
export interface PastTiersProps {
  /** The scheme as it was published then, with its answer. */
  scheme: Scheme;
  /** Today's schemes. */
  now: readonly Scheme[];
}

/** Every tier of a scheme: what the answer was then, and what it is today. */
export const PastTiers = observer(function PastTiers({ scheme, now }: PastTiersProps) {
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantRules.past;
  const { ruleSet, progress } = scheme;
  const today = now.find((current) => current.ruleSet.ruleSetId === ruleSet.ruleSetId);
  if (progress.awards.length === 0) return null;
  return (
    <>
      {progress.awards.map((award) => {
        const rule = ruleSet.awards.find(({ awardId }) => awardId === award.awardId);
        return (
          <Card key={award.awardId} title={rule?.name[lang] ?? award.awardId}>
            <View className="past__row past__row--head">
              <View className="past__tier" />
              <View className="past__cell">{words.then}</View>
              <View className="past__cell">{words.now}</View>
            </View>
            {award.tiers.map((tier) => (
              <View key={tier.tierId} className="past__row">
                <View className="past__tier">
                  {rule?.tiers.find(({ tierId }) => tierId === tier.tierId)?.name[lang]}
                </View>
                <Mark facts={ruleSet.facts} tier={tier} award={award} />
                <Mark
                  facts={ruleSet.facts}
                  tier={tierIn(today?.progress.awards, award, tier)}
                  award={award}
                />
              </View>
            ))}
          </Card>
        );
      })}
      <View className="hl-footnote">{words.rules(ruleSet.name[lang], ruleSet.version)}</View>
    </>
  );
});

function tierIn(
  awards: readonly AwardAnswer[] | undefined,
  { awardId }: AwardAnswer,
  { tierId }: TierAnswer,
): TierAnswer | null {
  const award = awards?.find((candidate) => candidate.awardId === awardId);
  return award?.tiers.find((tier) => tier.tierId === tierId) ?? null;
}

function Mark(props: { tier: TierAnswer | null; award: AwardAnswer; facts: Facts }) {
  const { tier, award, facts } = props;
  const t = useMerchantText();
  const tierText = useTierText(facts);
  return (
    <View className="past__cell">
      {tier === null ? (
        t.common.money.unknown
      ) : (
        <StatusMark shape={answerShape(tier.byFigures)} label={tierText(tier, award.metric)} />
      )}
    </View>
  );
}
