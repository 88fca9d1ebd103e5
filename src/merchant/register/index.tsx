import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { useMerchantText } from '../../i18n/merchant';
import { createRegisterDraft, type RegisterDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { DraftNote } from '../shared/draft-note';
import { useOfflineMessage } from '../shared/shop-page';
import { scrollToTop, usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useDraft } from '../shared/use-draft';
import { showFirstIssue, useSubmit } from '../shared/use-submit';
import { type Question, questionsOf } from './questions';
import { FirstQuestions, SecondQuestions } from './register-form';
import './index.css';

const NOT_IDENTIFIED = {
  status: 'error',
  value: null,
  error: { code: 'not_identified', requestId: '' },
} as const;

/** Registers a store: what it is on one page, who presents and the consent on the next. */
export default observer(function RegisterPage() {
  const { ui } = useStores();
  usePageTitle(useMerchantText().merchantShop.register.title);
  if (ui.isIdentified) return <Registration />;
  return (
    <PageFrame>
      <Reading reading={NOT_IDENTIFIED} onRetry={null} />
    </PageFrame>
  );
});

/** Whether one of the questions has an answer that cannot be sent. */
function isWrong(draft: RegisterDraft, questions: readonly Question[]): boolean {
  return questions.some(({ paths }) => paths.some((path) => draft.errors[path] !== undefined));
}

const Registration = observer(function Registration() {
  const { ui, shops } = useStores();
  const words = useMerchantText().merchantShop.register;
  const submit = useSubmit();
  const offlineMessage = useOfflineMessage(null);
  const draft = useDraft((device) => createRegisterDraft(device, shops));
  const [isSecond, setSecond] = useState(false);
  const [first, second] = questionsOf(draft.fields);
  const turnTo = (page: 'first' | 'second'): void => {
    setSecond(page === 'second');
    scrollToTop();
  };
  const handleNext = (): void => {
    for (const path of first.flatMap(({ paths }) => paths)) draft.touch(path);
    if (isWrong(draft, first)) showFirstIssue();
    else turnTo('second');
  };
  const handleSubmit = async (): Promise<void> => {
    const result = await submit(draft, () => {
      ui.toast(words.done);
      ui.open(PATHS.sessions.url());
    });
    // The cloud may refuse what stands on the first page, such as a name.
    if (result.ok || !isWrong(draft, first)) return;
    setSecond(false);
    showFirstIssue();
  };
  const action = isSecond ? (
    <Button kind="primary" isBusy={draft.isBusy} onTap={() => void handleSubmit()}>
      {words.submit}
    </Button>
  ) : (
    <Button kind="primary" onTap={handleNext}>
      {words.next}
    </Button>
  );
  return (
    <PageFrame
      offlineMessage={offlineMessage}
      footer={
        <View className="register__foot">
          <View className="register__kept">
            {isSecond ? (
              <Button kind="quiet" onTap={() => turnTo('first')}>
                {words.back}
              </Button>
            ) : (
              words.kept
            )}
          </View>
          <View className="register__action">{action}</View>
        </View>
      }
    >
      <DraftNote draft={draft} at="top" />
      <Progress
        title={isSecond ? words.second(second.length) : words.first(first.length, second.length)}
        questions={[...first, ...second]}
      />
      {isSecond ? <SecondQuestions draft={draft} /> : <FirstQuestions draft={draft} />}
      <DraftNote draft={draft} at="foot" />
    </PageFrame>
  );
});

/** How many questions there are, and which of them have an answer. */
function Progress({ title, questions }: { title: string; questions: readonly Question[] }) {
  const words = useMerchantText().merchantShop.register;
  const count = questions.filter(({ isAnswered }) => isAnswered).length;
  return (
    <View className="register__progress">
      <View className="register__head">
        <View className="register__title">{title}</View>
        <View className="register__count">{words.answered(count)}</View>
      </View>
      <View className="register__bars">
        {questions.map(({ name, isAnswered }) => (
          <View
            key={name}
            className={isAnswered ? 'register__bar register__bar--answered' : 'register__bar'}
          />
        ))}
      </View>
    </View>
  );
}
