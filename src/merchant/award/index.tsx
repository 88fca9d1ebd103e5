import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { coverageText } from '../../components/coverage';
import { RuleNotes } from '../../components/rule-notes';
import { TierDetail } from '../../components/tier-detail';
import { useLang, wordDate } from '../../i18n';
import { useSourceText } from '../../i18n/sources';
import { useMerchantText } from '../../i18n/merchant';
import { usePageTitle, useTierLinks } from '../../page-hooks';
import { useStores } from '../../stores-context';
import { AwardPage, type AwardPageContent } from '../shared/award-page';
import { AwardFacts } from './award-facts';
import { TierEvidence } from './tier-evidence';
import './index.css';

/** Everything about one award: who, which period, every tier, what disagrees, what is not computed. */
export default observer(function AwardRulesPage() {
  usePageTitle(useMerchantText().merchantRules.award.title);
  return <AwardPage>{(content) => <Content {...content} />}</AwardPage>;
});

const Content = observer(function Content(props: AwardPageContent) {
  const { subject, view, scheme, award, rule } = props;
  const { ui, incentives } = useStores();
  const t = useMerchantText();
  const sources = useSourceText();
  const lang = useLang();
  const words = t.merchantRules.award;
  const { ruleSet, progress } = scheme;
  const linksOf = useTierLinks(subject, ruleSet, award);
  const copyAddress = (address: string) => ui.copy(address, sources.copied);
  const others = incentives
    .schemes(view)
    .filter((other) => other.ruleSet.ruleSetId !== ruleSet.ruleSetId);
  return (
    <>
      <View className="award-page__head">
        <View className="award-page__name">{rule.name[lang]}</View>
        <View className="award-page__note">{ruleSet.name[lang]}</View>
        <View className="award-page__note">
          {words.version(ruleSet.version, wordDate(ruleSet.checkedOn, lang))}
        </View>
      </View>
      <AwardFacts rule={rule} ruleSet={ruleSet} />
      {award.tiers.map((tier) => {
        const tierRule = rule.tiers.find(({ tierId }) => tierId === tier.tierId);
        if (!tierRule) return null;
        return (
          <Card key={tier.tierId} isPadded>
            <TierDetail tier={tier} rule={tierRule} ruleSet={ruleSet} {...linksOf(tier.tierId)} />
            <TierEvidence rule={tierRule} ruleSet={ruleSet} />
          </Card>
        );
      })}
      <RuleNotes
        ruleSet={ruleSet}
        coverage={progress.coverage}
        notComputed={progress.notComputed.map(({ id }) => id)}
        award={rule}
        onCopy={(address) => void copyAddress(address)}
      />
      {others.length > 0 && (
        <Card title={words.otherSchemes} isPadded>
          {others.flatMap((other) =>
            other.ruleSet.notComputed
              .filter(({ id }) => other.progress.notComputed.some((named) => named.id === id))
              .map((named) => (
                <View key={named.id} className="award-page__other">
                  <View>
                    {other.ruleSet.shortName[lang]} · {named.name[lang]}
                  </View>
                  <View className="award-page__note">
                    {named.reported[lang]} · {named.reason[lang]}
                  </View>
                  <View className="award-page__note">
                    {coverageText(
                      other.progress.coverage,
                      other.ruleSet.name[lang],
                      t.incentive.coverage,
                    )}
                  </View>
                </View>
              )),
          )}
        </Card>
      )}
    </>
  );
});
