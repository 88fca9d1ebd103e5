import { View } from '@tarojs/components';

import type { ConditionAnswer, ConditionRule, Risk } from '../../domain/incentive';
import { useLang, useText } from '../../i18n';
import { Button } from '../button';
import { StatusMark } from '../status-mark';
import { answerShape, useConditionText } from '../tier-words';
import '../row/index.css';
import './index.css';

/** Props of {@link ConditionList}. */
export interface ConditionListProps {
  conditions: readonly ConditionAnswer[];
  rules: readonly ConditionRule[];
  /** The one to look after first. */
  atRisk?: Risk | null;
  /** Opens what the figure comes from; left out where nothing is recorded (the check). */
  onExplain?: (conditionId: string) => void;
  /** Opens the place where a missing figure can be given. */
  onFill?: (condition: ConditionAnswer) => void;
  /** In the check a figure is missing because it was not typed. */
  isCheck?: boolean;
}

/** Conditions that figures decide: what is asked, what is known, what is missing. */
export function ConditionList(props: ConditionListProps) {
  const { conditions, rules, atRisk, onExplain, onFill, isCheck } = props;
  return (
    <View>
      {conditions.map((condition) => (
        <ConditionRow
          key={condition.conditionId}
          condition={condition}
          rule={rules.find(({ conditionId }) => conditionId === condition.conditionId)}
          isCheck={isCheck ?? false}
          risk={atRisk?.conditionId === condition.conditionId ? atRisk.reason : null}
          {...(onExplain ? { onTap: () => onExplain(condition.conditionId) } : {})}
          {...(onFill && condition.missing ? { onFill: () => onFill(condition) } : {})}
        />
      ))}
    </View>
  );
}

interface ConditionRowProps {
  condition: ConditionAnswer;
  rule: ConditionRule | undefined;
  isCheck: boolean;
  risk: Risk['reason'] | null;
  onTap?: () => void;
  onFill?: () => void;
}

function ConditionRow({ condition, rule, isCheck, risk, onTap, onFill }: ConditionRowProps) {
  const lang = useLang();
  const words = useText().incentive;
  const text = useConditionText();
  const { answer, low, high, gap, missing } = condition;
  const gapText = low === high ? words.condition.gap : words.condition.gapAtMost;
  const why = missing && (isCheck ? words.missingInCheck : words.missing[missing]);
  const tap = onTap ? { role: 'button', hoverClass: 'hl-row--pressed', onClick: onTap } : {};
  return (
    <View className="hl-condition" {...tap}>
      <View className="hl-condition__head">
        <View className="hl-condition__wording">
          {rule?.wording[lang] ?? condition.conditionId}
        </View>
        <StatusMark shape={answerShape(answer)} label={words.answer[answer]} />
      </View>
      <View className="hl-condition__figures">
        <View>{words.condition.now(text.value(condition))}</View>
        {answer !== 'met' && gap !== null && gap > 0 && (
          <View className="hl-condition__gap">{gapText(text.gap(condition))}</View>
        )}
        {onTap && <View className="hl-condition__more">{words.condition.source}</View>}
      </View>
      {risk && (
        <View className="hl-condition__risk">
          {words.risk.title} · {words.risk[risk]}
        </View>
      )}
      {why && (
        <View className="hl-condition__missing">
          <View className="hl-condition__why">{why}</View>
          {onFill && (
            <Button size="small" onTap={onFill}>
              {condition.metric === 'net_sales' ? words.condition.record : words.condition.fill}
            </Button>
          )}
        </View>
      )}
      {rule?.note && <View className="hl-condition__note">{rule.note[lang]}</View>}
    </View>
  );
}
