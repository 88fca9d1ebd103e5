import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { PageFrame } from '../../components/page-frame';
import { LINES_OF_BUSINESS, type LineOfBusiness } from '../../domain/shop/shop';
import { useText, wordError } from '../../i18n';
import { usePrecheckText } from '../../i18n/precheck';
import { useStores } from '../../stores-context';
import { QuestionField } from './question-field';
import { questionsFor, readAnswer, type Answers, type Question } from './questions';

/** Props of {@link CheckForm}. */
export interface CheckFormProps {
  /** The one scheme to compare with; null: all of them. */
  scheme: string | null;
  line: LineOfBusiness;
  answers: Answers;
  onAnswers: (answers: Answers) => void;
  onLine: (line: LineOfBusiness) => void;
  onAnswered: () => void;
}

/** The questions of the check. */
export const CheckForm = observer(function CheckForm(props: CheckFormProps) {
  const { scheme, line, onLine, answers, onAnswers, onAnswered } = props;
  const { ui, incentives } = useStores();
  const t = useText();
  const words = usePrecheckText();
  const [hasTried, setTried] = useState(false);
  const questions = questionsFor(line);
  const hasIssues = questions.some((question) => !readAnswer(question, answers[question]).ok);
  const valueOf = (question: Question): number | null => {
    const read = readAnswer(question, answers[question]);
    return questions.includes(question) && read.ok ? read.value : null;
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (hasIssues) return;
    const result = await incentives.precheck({
      lineOfBusiness: line,
      netFen: valueOf('netFen'),
      followers: valueOf('followers'),
      paidInCapitalFen: valueOf('paidInCapitalFen'),
      operatingRevenueFen: valueOf('operatingRevenueFen'),
      scheme,
    });
    if (result.ok) onAnswered();
    else ui.toast(wordError(result.error, t));
  };
  return (
    <PageFrame>
      <View className="precheck__intro">{words.intro}</View>
      <Card>
        <ChoiceField
          label={`1  ${words.line}`}
          options={LINES_OF_BUSINESS.map((value) => ({
            value,
            label: t.common.lineOfBusiness[value],
          }))}
          value={line}
          onChange={onLine}
        />
        {questions.map((question, index) => (
          <QuestionField
            key={question}
            number={index + 2}
            question={question}
            value={answers[question]}
            isIssueShown={hasTried}
            onChange={(value) => onAnswers({ ...answers, [question]: value })}
          />
        ))}
      </Card>
      <View className="precheck__submit">
        <Button
          kind="primary"
          isBusy={incentives.precheckAnswer.status === 'loading'}
          onTap={() => void submit()}
        >
          {words.submit}
        </Button>
      </View>
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});
