import { View } from '@tarojs/components';

import {
  isOfNet,
  treeOf,
  type ConditionAnswer,
  type ConditionRule,
  type ConditionTree,
  type Risk,
  type TierAnswer,
} from '../../domain/incentive';
import { useLang, useText } from '../../i18n';
import { Button } from '../button';
import { StatusMark } from '../status-mark';
import { answerShape, type Facts, useConditionText } from '../tier-words';
import '../row/index.css';
import './index.css';

/** Props of {@link ConditionList}. */
export interface ConditionListProps {
  /** The conditions, and the groups in which they are joined. */
  tier: Pick<TierAnswer, 'conditions' | 'joined'>;
  rules: readonly ConditionRule[];
  /** Facts of the rule set, which name units. */
  facts: Facts;
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
export function ConditionList({ tier, ...list }: ConditionListProps) {
  const tree = treeOf(tier);
  // All must hold at the top, as everywhere where no group is drawn.
  const parts = tree.kind === 'all' ? tree.parts : [tree];
  return <ConditionParts parts={parts} list={list} />;
}

interface ConditionPartsProps {
  parts: readonly ConditionTree<ConditionAnswer>[];
  list: Omit<ConditionListProps, 'tier'>;
}

function ConditionParts({ parts, list }: ConditionPartsProps) {
  const words = useText().incentive.condition;
  const { rules, facts, atRisk, onExplain, onFill, isCheck } = list;
  return (
    <View>
      {parts.map((part, index) => {
        if (part.kind !== 'one') {
          return (
            <View key={index} className="hl-condition__group">
              <View className="hl-condition__join">{words[part.kind]}</View>
              <ConditionParts parts={part.parts} list={list} />
            </View>
          );
        }
        const { condition } = part;
        const { conditionId, missing } = condition;
        return (
          <ConditionRow
            key={conditionId}
            condition={condition}
            rule={rules.find((rule) => rule.conditionId === conditionId)}
            facts={facts}
            isCheck={isCheck ?? false}
            risk={atRisk?.conditionId === conditionId ? atRisk.reason : null}
            {...(onExplain ? { onTap: () => onExplain(conditionId) } : {})}
            {...(onFill && missing && missing !== 'rank_unknown'
              ? { onFill: () => onFill(condition) }
              : {})}
          />
        );
      })}
    </View>
  );
}

interface ConditionRowProps {
  condition: ConditionAnswer;
  rule: ConditionRule | undefined;
  facts: Facts;
  isCheck: boolean;
  risk: Risk['reason'] | null;
  onTap?: () => void;
  onFill?: () => void;
}

function ConditionRow(props: ConditionRowProps) {
  const { condition, rule, facts, isCheck, risk, onTap, onFill } = props;
  const lang = useLang();
  const words = useText().incentive;
  const text = useConditionText(facts);
  const { answer, low, high, gap, missing } = condition;
  const gapText = low === high ? words.condition.gap : words.condition.gapAtMost;
  const isTyped = isCheck && missing !== 'year_before_unknown' && missing !== 'rank_unknown';
  const why = missing && (isTyped ? words.missingInCheck : words.missing[missing]);
  const growth = text.growth(condition);
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
      {growth !== null && <View className="hl-condition__note">{growth}</View>}
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
              {isOfNet(condition.metric) ? words.condition.record : words.condition.fill}
            </Button>
          )}
        </View>
      )}
      {rule?.note && <View className="hl-condition__note">{rule.note[lang]}</View>}
    </View>
  );
}
