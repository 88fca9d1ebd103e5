import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { Reading } from '../../components/reading';
import { StatusMark } from '../../components/status-mark';
import { answerShape } from '../../components/tier-words';
import { explainTier, type ConditionExplanation, type ConditionRule } from '../../domain/incentive';
import { useLang } from '../../i18n';
import { useMerchantText } from '../../i18n/merchant';
import { usePageTitle, usePageQuery } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { AwardPage, type AwardPageContent } from '../shared/award-page';
import { ConditionCard } from './condition-card';
import { FigureCard } from './figure-card';
import { SourceLines } from './source-lines';
import './index.css';

/** Why a tier got its answer: the rule, every condition, the figures, down to the entries. */
export default observer(function ExplainPage() {
  usePageTitle(useMerchantText().merchantMoney.explain.title);
  return <AwardPage>{(content) => <Explain {...content} />}</AwardPage>;
});

const Explain = observer(function Explain(content: AwardPageContent) {
  const { view, scheme, award, rule, subject } = content;
  const query = usePageQuery(PATHS.explain);
  const { incentives } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantRules.explain;
  const tier = award.tiers.find(({ tierId }) => tierId === query.tierId);
  const tierRule = rule.tiers.find(({ tierId }) => tierId === query.tierId);
  const [opened, setOpened] = useState<string | null>(
    query.conditionId ?? tier?.conditions[0]?.conditionId ?? null,
  );
  if (!tier || !tierRule) {
    return (
      <Reading
        reading={{ status: 'ready', value: null, error: null }}
        missing={t.merchantMoney.explain.notFound}
        onRetry={() => void incentives.load(subject)}
      />
    );
  }
  const { ruleSet } = scheme;
  const explanation = explainTier(tier, { ...view, ruleSet, months: view.months ?? {} });
  return (
    <>
      <Card title={words.tier} isPadded>
        <View className="explain__wording">{tierRule.name[lang]}</View>
        <View className="explain__answer">
          <StatusMark
            shape={answerShape(explanation.answer)}
            label={t.incentive.byFigures[explanation.answer]}
          />
        </View>
        {tier.byFigures === 'met' && tier.bySettled !== 'met' && (
          <View className="explain__missing">{t.incentive.settled.restsOn}</View>
        )}
        <View className="explain__note">{words.allOf}</View>
        {tierRule.joined && <View className="explain__note">{words.anyOf}</View>}
      </Card>
      {explanation.conditions.map((explained) => {
        const { conditionId } = explained.condition;
        const conditionRule = tierRule.conditions.find(
          (found) => found.conditionId === conditionId,
        );
        const isOpen = opened === conditionId;
        return conditionRule ? (
          <Condition
            key={conditionId}
            content={content}
            explained={explained}
            isOpen={isOpen}
            rule={conditionRule}
            onToggle={() => setOpened(isOpen ? null : conditionId)}
          />
        ) : null;
      })}
      <View className="hl-footnote">{t.incentive.independence}</View>
    </>
  );
});

interface ConditionProps {
  content: AwardPageContent;
  explained: ConditionExplanation;
  rule: ConditionRule;
  isOpen: boolean;
  onToggle: () => void;
}

/** One condition of the tier; opened, it shows what its figure is made of and where its words are from. */
const Condition = observer(function Condition(props: ConditionProps) {
  const { content, explained, rule, isOpen, onToggle } = props;
  const t = useMerchantText();
  const words = t.merchantRules.explain;
  const { condition } = explained;
  return (
    <>
      <ConditionCard
        view={content.view}
        answer={condition}
        rule={rule}
        facts={content.scheme.ruleSet.facts}
        isOpen={isOpen}
        toggle={{
          label: isOpen ? words.close_condition : words.open_condition,
          onTap: onToggle,
        }}
      />
      {isOpen && <FigureCard {...content} explained={explained} />}
      {isOpen && <SourceLines rule={rule} ruleSet={content.scheme.ruleSet} />}
    </>
  );
});
