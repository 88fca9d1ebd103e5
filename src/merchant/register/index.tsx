import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { PageFrame } from '../../components/page-frame';
import { Reading } from '../../components/reading';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { createRegisterDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { CheckRow } from '../shared/check-row';
import { DraftNote } from '../shared/draft-note';
import { useOfflineMessage } from '../shared/shop-page';
import { usePageTitle } from '../../page-hooks';
import { PATHS } from '../../paths';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import { RegisterForm } from './register-form';
import './index.css';

const NOT_IDENTIFIED = {
  status: 'error',
  value: null,
  error: { code: 'not_identified', requestId: '' },
} as const;

/** Registers a store: first what is kept and why, then the fields. */
export default observer(function RegisterPage() {
  const { ui, shops } = useStores();
  const t = useMerchantText();
  const words = t.merchantShop.register;
  const submit = useSubmit();
  const offlineMessage = useOfflineMessage(null);
  const draft = useDraft((device) => createRegisterDraft(device, shops));
  usePageTitle(words.title);
  if (!ui.isIdentified) {
    return (
      <PageFrame>
        <Reading reading={NOT_IDENTIFIED} onRetry={null} />
      </PageFrame>
    );
  }
  const handleSubmit = () =>
    void submit(draft, () => {
      ui.toast(words.done);
      ui.open(PATHS.sessions.url());
    });
  return (
    <PageFrame
      offlineMessage={offlineMessage}
      footer={
        <Button kind="primary" isBusy={draft.isBusy} onTap={handleSubmit}>
          {words.submit}
        </Button>
      }
    >
      <DraftNote draft={draft} at="top" />
      <Card title={words.purposeTitle}>
        {words.purpose.map(([title, text]) => (
          <View key={title} className="register__purpose">
            <View className="register__purpose-title">{title}</View>
            <View className="register__purpose-text">{text}</View>
          </View>
        ))}
      </Card>
      <RegisterForm draft={draft} />
      <Card>
        <CheckRow
          label={words.consent}
          isOn={draft.fields.consent}
          onChange={(consent) => draft.set({ consent })}
          issue={wordIssue(draft.issueAt('consent'), t)}
        />
      </Card>
      <DraftNote draft={draft} at="foot" />
    </PageFrame>
  );
});
