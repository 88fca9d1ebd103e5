import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { useMetricText } from '../../components/tier-words';
import type { AwardRule, Evidence, LocalText, RuleSet } from '../../domain/incentive/rule-set';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { EvidenceLine } from './evidence-line';

/** Props of {@link AwardFacts}. */
export interface AwardFactsProps {
  rule: AwardRule;
  ruleSet: RuleSet;
}

interface Fact {
  label: string;
  value: string;
  note: LocalText | null;
  evidence: Evidence;
}

/** What an award measures and how, each with how sure that is. */
export const AwardFacts = observer(function AwardFacts({ rule, ruleSet }: AwardFactsProps) {
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantRules.award;
  const metric = useMetricText(ruleSet.facts);
  const { whose, period, salesScope, stacking } = rule;
  const lines = whose.linesOfBusiness.map((line) => t.common.lineOfBusiness[line]);
  const facts: Fact[] = [
    { label: words.who, value: words.subject[rule.subject], note: null, evidence: rule },
    {
      label: words.lines,
      value: lines.join(t.incentive.listSeparator),
      note: whose.note,
      evidence: whose,
    },
    {
      label: words.period,
      value: words.periodKind[period.kind],
      note: period.note,
      evidence: period,
    },
    ...(salesScope
      ? [
          {
            label: words.salesScope,
            value: metric.name(rule.metric),
            note: salesScope.note,
            evidence: salesScope,
          },
        ]
      : []),
    {
      label: words.stacking,
      value: words.stackingKind[stacking.kind],
      note: null,
      evidence: stacking,
    },
  ];
  return (
    <Card isPadded>
      {facts.map(({ label, value, note, evidence }) => (
        <View key={label} className="award-page__fact">
          <View className="award-page__line">
            <View className="award-page__label">{label}</View>
            <View className="award-page__value">{value}</View>
          </View>
          {note && <View className="award-page__note">{note[lang]}</View>}
          <EvidenceLine evidence={evidence} ruleSet={ruleSet} />
        </View>
      ))}
    </Card>
  );
});
