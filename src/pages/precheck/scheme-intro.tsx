import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { coverageText } from '../../components/coverage';
import { PageFrame } from '../../components/page-frame';
import { Row } from '../../components/row';
import { useAwardText } from '../../components/tier-words';
import type { AwardAnswer, AwardRule } from '../../domain/incentive';
import { useLang, useText } from '../../i18n';
import { usePrecheckText } from '../../i18n/precheck';
import type { Scheme } from '../../stores';
import { wordedAwards } from '../shared/own-progress';
import { CheckFoot } from './check-foot';

/** Props of {@link SchemeIntro}. */
export interface SchemeIntroProps {
  scheme: Scheme;
  onCheck: () => void;
  onShare: () => void;
}

/** A shared check before anything is typed: the tiers of the scheme, and no figure of anybody. */
export const SchemeIntro = observer(function SchemeIntro({
  scheme,
  onCheck,
  onShare,
}: SchemeIntroProps) {
  const t = useText();
  const lang = useLang();
  const words = usePrecheckText();
  const { ruleSet, progress } = scheme;
  return (
    <PageFrame footer={<CheckFoot label={words.checkMine} onTap={onCheck} onShare={onShare} />}>
      {wordedAwards(scheme).map(({ award, rule }) => (
        <Ladder key={rule.awardId} award={award} rule={rule} name={ruleSet.shortName[lang]} />
      ))}
      <Card>
        <Row title={words.sharedTitle} note={words.sharedNote} />
      </Card>
      <View className="hl-footnote">
        {coverageText(progress.coverage, ruleSet.name[lang], t.incentive.coverage)}
      </View>
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});

/** The tiers of an award, the highest on top, with what each is worth at most. */
function Ladder({ award, rule, name }: { award: AwardAnswer; rule: AwardRule; name: string }) {
  const lang = useLang();
  const words = usePrecheckText();
  const { award: awardText } = useAwardText();
  const tiers = [...rule.tiers].reverse();
  const [first] = rule.tiers;
  const others = first?.conditions.filter(({ metric }) => metric !== rule.metric) ?? [];
  return (
    <Card isPadded>
      <View className="precheck__line">
        {rule.name[lang]} · {name}
      </View>
      <View className="precheck__title">{words.tiers(tiers.length)}</View>
      {others.length > 0 && (
        <View className="precheck__line">
          {words.everyTier(others.map(({ wording }) => wording[lang]).join('、'))}
        </View>
      )}
      <View className="precheck__ladder">
        {tiers.map(({ tierId, name: tierName }) => {
          const answer = award.tiers.find((tier) => tier.tierId === tierId);
          return (
            <View key={tierId} className="precheck__tier">
              <View className="precheck__tier-name">{tierName[lang]}</View>
              {answer && <View className="precheck__line">{awardText(answer)}</View>}
            </View>
          );
        })}
      </View>
    </Card>
  );
}
