import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { ChoiceField } from '../../components/choice-field';
import { PageFrame } from '../../components/page-frame';
import { TextField } from '../../components/text-field';
import {
  MAX_REPORT_LENGTH,
  MAX_REPORTS_A_DAY,
  REPORT_REASONS,
  type ReportReason,
  reportProblems,
} from '../../domain/review/report';
import { useText, wordError } from '../../i18n';
import { useReportText } from '../../i18n/report';
import { useStores } from '../../stores-context';

/** Props of {@link ReportForm}. */
export interface ReportFormProps {
  shopId: string;
  sessionId: string | null;
  onSent: (receipt: string) => void;
}

/** Why a page is reported, and what the person adds. A refusal keeps the typed words. */
export const ReportForm = observer(function ReportForm(props: ReportFormProps) {
  const { shopId, sessionId, onSent } = props;
  const { ui, discover } = useStores();
  const t = useText();
  const words = useReportText();
  const [reason, setReason] = useState<ReportReason | null>(null);
  const [text, setText] = useState('');
  const [hasTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const length = [...text.trim()].length;
  const issues = {
    reason: reason === null ? words.chooseReason : null,
    words:
      length > MAX_REPORT_LENGTH
        ? words.tooLong(MAX_REPORT_LENGTH)
        : reportProblems({ reason, words: text }).words === undefined
          ? null
          : words.needsWords,
  };
  const handleSend = async (): Promise<void> => {
    setTried(true);
    if (isBusy || reason === null || issues.words !== null) return;
    setBusy(true);
    const result = await discover.report({ shopId, sessionId, reason, words: text });
    setBusy(false);
    if (result.ok) onSent(result.data.receipt);
    else if (result.error.code === 'limit_reached') ui.toast(words.tooMany(MAX_REPORTS_A_DAY));
    else ui.toast(wordError(result.error, t));
  };
  return (
    <PageFrame
      footer={
        <Button kind="primary" isBusy={isBusy} onTap={() => void handleSend()}>
          {words.submit}
        </Button>
      }
    >
      <Card>
        <ChoiceField
          label={words.what}
          layout="list"
          options={REPORT_REASONS.map((value) => {
            const note = (words.reasonNote as Partial<Record<ReportReason, string>>)[value];
            return { value, label: words.reason[value], ...(note === undefined ? {} : { note }) };
          })}
          value={reason}
          onChange={setReason}
          issue={hasTried ? issues.reason : null}
        />
        <TextField
          label={words.words}
          value={text}
          onChange={setText}
          placeholder={words.placeholder}
          isLong
          issue={hasTried ? issues.words : null}
        />
        <View className="report__count">{words.wordsHint(length, MAX_REPORT_LENGTH)}</View>
      </Card>
      <View className="hl-footnote">{words.note(MAX_REPORTS_A_DAY)}</View>
    </PageFrame>
  );
});
