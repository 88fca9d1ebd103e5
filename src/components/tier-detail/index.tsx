import { View } from '@tarojs/components';

import type {
  ConditionAnswer,
  ConfirmAnswer,
  RuleSet,
  TierAnswer,
  TierRule,
} from '../../domain/incentive';
import { formatMoney } from '../../domain/money';
import { useLang, useText } from '../../i18n';
import { ConditionList } from '../condition-list';
import { ConfirmList } from '../confirm-list';
import { ConflictList } from '../conflict-list';
import { StatusMark } from '../status-mark';
import { answerShape, useAwardText } from '../tier-words';
import './index.css';

/** Props of {@link TierDetail}. */
export interface TierDetailProps {
  tier: TierAnswer;
  rule: TierRule;
  ruleSet: RuleSet;
  onExplain?: (conditionId: string) => void;
  onFill?: (condition: ConditionAnswer) => void;
  onConfirm?: (confirm: ConfirmAnswer) => void;
  isCheck?: boolean;
}

/** One tier's answer in two parts: by the figures, and what a person must still confirm. */
export function TierDetail(props: TierDetailProps) {
  const { tier, rule, ruleSet, onExplain, onFill, onConfirm, isCheck = false } = props;
  const lang = useLang();
  const words = useText().incentive;
  const caveat = ruleSet.awards.find(({ tiers }) => tiers.includes(rule))?.caveat;
  return (
    <View className="hl-tier">
      <View className="hl-tier__name">{rule.name[lang]}</View>
      <AwardLines tier={tier} rule={rule} />
      {caveat && <View className="hl-tier__note">{caveat.text[lang]}</View>}
      <View className="hl-tier__part">
        <View className="hl-tier__head">{words.byFigures.title}</View>
        <StatusMark shape={answerShape(tier.byFigures)} label={words.byFigures[tier.byFigures]} />
      </View>
      {tier.byFigures === 'met' && tier.bySettled !== 'met' && (
        <View className="hl-tier__open">{words.settled.restsOn}</View>
      )}
      <ConditionList
        tier={tier}
        rules={rule.conditions}
        facts={ruleSet.facts}
        atRisk={isCheck ? null : tier.atRisk}
        isCheck={isCheck}
        {...(onExplain ? { onExplain } : {})}
        {...(onFill ? { onFill } : {})}
      />
      <ConflictList
        ruleSet={ruleSet}
        concerns={rule.conditions.map((condition) => condition.conditionId)}
      />
      <View className="hl-tier__part">
        <View className="hl-tier__head">{words.confirm.title}</View>
      </View>
      <ConfirmList
        confirms={tier.toConfirm}
        rules={rule.toConfirm}
        {...(onConfirm ? { onOpen: onConfirm } : {})}
      />
      <View className="hl-tier__note">{words.confirm.note}</View>
    </View>
  );
}

/** The tier's reported award: a cap or a formula, never a sum that is not known. */
function AwardLines({ tier, rule }: { tier: TierAnswer; rule: TierRule }) {
  const lang = useLang();
  const words = useText().incentive.award;
  const { award: text } = useAwardText();
  const { award } = rule;
  return (
    <View className="hl-tier__award">
      <View className="hl-tier__cap">{text(tier)}</View>
      <View className="hl-tier__note">{award.form.text[lang]}</View>
      {(award.kind === 'formula' || award.kind === 'formula_unknown') && (
        <View className="hl-tier__note">
          {award.formulaText[lang]}
          {tier.byFigures === 'met' &&
            tier.award.kind === 'formula' &&
            tier.award.byFormulaFen !== null &&
            ` · ${words.byFormula(formatMoney(tier.award.byFormulaFen, lang))}`}
        </View>
      )}
      {award.kind === 'formula_unknown' && (
        <View className="hl-tier__note">{award.noSumReason[lang]}</View>
      )}
      {(award.kind === 'none' || award.kind === 'unknown') && (
        <View className="hl-tier__note">{award.reason[lang]}</View>
      )}
    </View>
  );
}
