import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { StatusMark } from '../../components/status-mark';
import {
  answerShape,
  type Facts,
  useConditionText,
  useMetricText,
} from '../../components/tier-words';
import type { ConditionAnswer, ConditionRule } from '../../domain/incentive';
import { formatMoneyExact } from '../../domain/money';
import { useLang, useReader, wordInstant } from '../../i18n';
import { useSourceText } from '../../i18n/sources';
import { useMerchantText } from '../../i18n/merchant';
import type { ProgressView } from '../../stores';
import { useStores } from '../../stores-context';

/** Props of {@link ConditionCard}. */
export interface ConditionCardProps {
  view: ProgressView;
  answer: ConditionAnswer;
  rule: ConditionRule;
  facts: Facts;
  /** Closed, only the words and the answer are shown. */
  isOpen: boolean;
  toggle: { label: string; onTap: () => void };
}

const COMPARED = { more_than: 'moreThan', at_least: 'atLeast', at_most: 'atMost' } as const;

/** The condition in words, how its value is worked out, and what it came to. */
export const ConditionCard = observer(function ConditionCard(props: ConditionCardProps) {
  const { view, answer, rule, facts, isOpen, toggle } = props;
  const t = useMerchantText();
  const sources = useSourceText();
  const lang = useLang();
  const words = t.merchantMoney.explain;
  const text = useConditionText(facts);
  const metric = useMetricText(facts);
  const growth = text.growth(answer);
  const threshold = text.amount(answer.threshold, answer);
  const lines: [string, string][] = [
    [words.formula, metric.formula(answer.metric)],
    [words.threshold, words[COMPARED[answer.comparator]](threshold)],
    ...(growth === null ? [] : [[t.merchantRules.explain.lastYear, growth] as [string, string]]),
    [words.certainty, sources.certainty[answer.certainty]],
    ...(answer.gap !== null && answer.gap > 0
      ? [
          [answer.low === answer.high ? words.gap : words.gapAtMost, text.gap(answer)] as [
            string,
            string,
          ],
        ]
      : []),
    [words.of, view.subject.name],
    [words.period, words.periodYear(view.year)],
  ];
  return (
    <Card isPadded title={metric.name(answer.metric)} action={toggle}>
      <View className="explain__wording">{rule.wording[lang]}</View>
      <View className="explain__answer">
        <StatusMark
          shape={answerShape(answer.answer)}
          label={t.incentive.byFigures[answer.answer]}
        />
      </View>
      <View className="explain__value">{text.value(answer)}</View>
      {isOpen && <Details view={view} answer={answer} rule={rule} lines={lines} />}
    </Card>
  );
});

interface DetailsProps {
  view: ProgressView;
  answer: ConditionAnswer;
  rule: ConditionRule;
  lines: readonly (readonly [string, string])[];
}

/** The figure to the fen, what is missing, threshold, gap, whose and when. */
const Details = observer(function Details({ view, answer, rule, lines }: DetailsProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const reader = useReader();
  const { lang } = reader;
  const words = t.merchantMoney.explain;
  return (
    <>
      <View className="explain__exact">{exactText(answer, t.common.count.people)}</View>
      {answer.missing && (
        <View className="explain__missing">{t.incentive.missing[answer.missing]}</View>
      )}
      {answer.low !== answer.high && answer.unit === 'fen' && answer.low !== null && (
        <View className="explain__missing">{words.rangeWhy}</View>
      )}
      {lines.map(([label, line]) => (
        <View key={label} className="explain__line">
          <View className="explain__label">{label}</View>
          <View className="explain__text">{line}</View>
        </View>
      ))}
      {rule.note && <View className="explain__note">{rule.note[lang]}</View>}
      <View className="explain__note">{words.asOf(wordInstant(view.asOf, ui.now, reader))}</View>
    </>
  );
});

const group = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** The bounds to the fen, or to one person. */
function exactText(
  { low, high, unit }: ConditionAnswer,
  people: (count: string) => string,
): string {
  const exact = (value: number) =>
    unit === 'fen'
      ? formatMoneyExact(value)
      : unit === 'followers'
        ? people(group(value))
        : group(value);
  if (low === null) return '';
  if (high === null) return `${exact(low)} –`;
  return low === high ? exact(low) : `${exact(low)} – ${exact(high)}`;
}
