import { View } from '@tarojs/components';
import Taro, { useShareAppMessage } from '@tarojs/taro';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { PageFrame } from '../../components/page-frame';
import { LINES_OF_BUSINESS, type LineOfBusiness } from '../../domain/shop/shop';
import { useText, wordError } from '../../i18n';
import { usePrecheckText } from '../../i18n/precheck';
import { usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useStores } from '../../stores-context';
import { CheckAnswer } from './check-answer';
import { NO_ANSWERS, questionsFor, readAnswer, type Answers, type Question } from './questions';
import { QuestionField } from './question-field';
import './index.css';

/** The check without login: the line of business, two figures, and the answer per tier. */
export default observer(function PrecheckPage() {
  const { ui, incentives } = useStores();
  const t = useText();
  const words = usePrecheckText();
  const [line, setLine] = useState<LineOfBusiness>('streamer');
  const [answers, setAnswers] = useState<Answers>(NO_ANSWERS);
  const [isAnswered, setAnswered] = useState(false);
  const [hasTried, setTried] = useState(false);
  usePageTitle(words.title);
  useShareAppMessage(() => ({ title: words.title, path: PATHS.precheck.url() }));
  const questions = questionsFor(line);
  const issues = questions.some((question) => !readAnswer(question, answers[question]).ok);
  const isBusy = incentives.precheckAnswer.status === 'loading';

  const valueOf = (question: Question): number | null => {
    const read = readAnswer(question, answers[question]);
    return questions.includes(question) && read.ok ? read.value : null;
  };
  const submit = async (): Promise<void> => {
    setTried(true);
    if (issues) return;
    const result = await incentives.precheck({
      lineOfBusiness: line,
      netFen: valueOf('netFen'),
      followers: valueOf('followers'),
      paidInCapitalFen: valueOf('paidInCapitalFen'),
      operatingRevenueFen: valueOf('operatingRevenueFen'),
    });
    if (!result.ok) {
      ui.toast(wordError(result.error, t));
      return;
    }
    setAnswered(true);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined);
  };

  if (isAnswered) {
    return <CheckAnswer line={line} onAgain={() => setAnswered(false)} />;
  }
  return (
    <PageFrame>
      <View className="precheck__intro">{words.intro}</View>
      <Card>
        <ChoiceField
          label={words.line}
          options={LINES_OF_BUSINESS.map((value) => ({
            value,
            label: t.common.lineOfBusiness[value],
          }))}
          value={line}
          onChange={setLine}
        />
        {questions.map((question) => (
          <QuestionField
            key={question}
            question={question}
            value={answers[question]}
            isIssueShown={hasTried}
            onChange={(value) => setAnswers({ ...answers, [question]: value })}
          />
        ))}
      </Card>
      <View className="precheck__submit">
        <Button kind="primary" isBusy={isBusy} onTap={() => void submit()}>
          {words.submit}
        </Button>
      </View>
      <View className="hl-footnote">{t.incentive.independence}</View>
    </PageFrame>
  );
});
