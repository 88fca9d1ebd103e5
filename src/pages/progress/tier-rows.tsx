import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useContext, useState, type ReactNode } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { InfoButton } from '../../components/info-button';
import { ScreenContext } from '../../components/screen';
import { Sheet } from '../../components/sheet';
import type { StatusShape } from '../../components/status-mark';
import { answerShape, type Facts, useConditionText } from '../../components/tier-words';
import {
  confirmationsOf,
  isOfNet,
  treeOf,
  type ConditionAnswer,
  type ConditionTree,
  type ConfirmAnswer,
  type TierAnswer,
  type TierRule,
} from '../../domain/incentive';
import { useLang, useText } from '../../i18n';

/** Props of {@link TierRows}. */
export interface TierRowsProps {
  tier: TierAnswer;
  rule: TierRule;
  /** Facts of the rule set, which name units. */
  facts: Facts;
  /** Whether the year runs: only then more of a figure can be recorded in it. */
  isRunning: boolean;
  onExplain: (conditionId: string) => void;
  onFill: (condition: ConditionAnswer) => void;
  onConfirm: () => void;
}

/** One tier's answer in two parts, a row each: by the figures, and what a person must confirm. */
export function TierRows(props: TierRowsProps) {
  const { tier, rule } = props;
  const lang = useLang();
  const words = useText().progress;
  const { unanswered } = confirmationsOf(tier.toConfirm);
  const tree = treeOf(tier);
  return (
    <>
      <Card title={words.byFigures(rule.name[lang])}>
        <Conditions parts={tree.kind === 'all' ? tree.parts : [tree]} shown={props} />
      </Card>
      {tier.toConfirm.length > 0 && (
        <Card title={unanswered > 0 ? words.toConfirm(unanswered) : words.confirmed}>
          <Confirms {...props} />
        </Card>
      )}
    </>
  );
}

interface ConditionsProps {
  parts: readonly ConditionTree<ConditionAnswer>[];
  shown: TierRowsProps;
}

function Conditions({ parts, shown }: ConditionsProps) {
  const words = useText().incentive.condition;
  return (
    <>
      {parts.map((part, index) =>
        part.kind === 'one' ? (
          <ConditionRow key={part.condition.conditionId} condition={part.condition} shown={shown} />
        ) : (
          <View key={index} className="progress-group">
            <View className="progress-group__join">{words[part.kind]}</View>
            <Conditions parts={part.parts} shown={shown} />
          </View>
        ),
      )}
    </>
  );
}

function ConditionRow({ condition, shown }: { condition: ConditionAnswer; shown: TierRowsProps }) {
  const { tier, rule, facts, isRunning, onExplain, onFill } = shown;
  const lang = useLang();
  const words = useText().incentive;
  const text = useConditionText(facts);
  const { conditionId, answer, low, high, gap, missing } = condition;
  const gapText = low === high ? words.condition.gap : words.condition.gapAtMost;
  const over = answer === 'met' ? text.over(condition) : null;
  const risk = tier.atRisk?.conditionId === conditionId ? tier.atRisk.reason : null;
  const isOnEdge = risk === 'unsettled' || risk === 'thin_margin';
  const canFill = missing === null ? isRunning && answer === 'not_met' : missing !== 'rank_unknown';
  const growth = text.growth(condition);
  return (
    <FactRow
      shape={answerShape(answer)}
      title={rule.conditions.find((own) => own.conditionId === conditionId)?.wording[lang] ?? ''}
      action={
        canFill && {
          label: isOfNet(condition.metric) ? words.condition.record : words.condition.fill,
          onTap: () => onFill(condition),
        }
      }
      info={{ label: words.condition.source, onTap: () => onExplain(conditionId) }}
    >
      <View>{text.value(condition)}</View>
      {answer !== 'met' && gap !== null && gap > 0 && (
        <View className="fact__gap">{gapText(text.gap(condition))}</View>
      )}
      {over !== null && !isOnEdge && <View className="hl-secondary">{over}</View>}
      {isOnEdge && <View className="fact__risk">{words.risk[risk]}</View>}
      {missing !== null && <View className="fact__line fact__risk">{words.missing[missing]}</View>}
      {growth !== null && <View className="fact__line hl-note">{growth}</View>}
    </FactRow>
  );
}

const SHAPES: Record<ConfirmAnswer['state'], StatusShape> = {
  yes: 'yes',
  no: 'no',
  unanswered: 'question',
};

const Confirms = observer(function Confirms({ tier, rule, onConfirm }: TierRowsProps) {
  const lang = useLang();
  const t = useText();
  const words = t.incentive.confirm;
  const [openedId, setOpenedId] = useState<string | null>(null);
  const ruleOf = (confirmId: string) => rule.toConfirm.find((own) => own.confirmId === confirmId);
  const opened = openedId === null ? undefined : ruleOf(openedId);
  return (
    <>
      {tier.toConfirm.map(({ confirmId, state }) => (
        <FactRow
          key={confirmId}
          shape={SHAPES[state]}
          title={ruleOf(confirmId)?.wording[lang] ?? confirmId}
          action={state === 'unanswered' && { label: words.go, onTap: onConfirm }}
          info={{ label: t.incentive.condition.source, onTap: () => setOpenedId(confirmId) }}
        >
          {words.state[state]}
        </FactRow>
      ))}
      {opened && (
        <Sheet
          isOpen
          title={opened.wording[lang]}
          closeLabel={t.incentive.figure.close}
          onClose={() => setOpenedId(null)}
        >
          {opened.term && <View className="progress-why">{words.term[opened.term]}</View>}
          {opened.note && <View className="progress-why">{opened.note[lang]}</View>}
          <View className="progress-why">{words.note}</View>
          <Button onTap={onConfirm}>{words.change}</Button>
        </Sheet>
      )}
    </>
  );
});

interface FactRowProps {
  shape: StatusShape;
  title: string;
  children: ReactNode;
  action: { label: string; onTap: () => void } | false;
  info: { label: string; onTap: () => void };
}

/** Verdict, what is asked, the figure, the one step, and the way to the reasons. */
function FactRow({ shape, title, children, action, info }: FactRowProps) {
  const { isNarrow } = useContext(ScreenContext);
  const step = action && (
    <View className="fact__action">
      <Button kind="outlined" size="small" onTap={action.onTap}>
        {action.label}
      </Button>
    </View>
  );
  return (
    <View className="fact">
      <View className={`fact__mark hl-status--${shape}`} />
      <View className="fact__main">
        <View>{title}</View>
        <View className="fact__figures">{children}</View>
        {isNarrow && step}
      </View>
      {!isNarrow && step}
      <InfoButton {...info} />
    </View>
  );
}
