import { View } from '@tarojs/components';

import { TextField } from '../../components/text-field';
import { useText } from '../../i18n';
import { usePrecheckText } from '../../i18n/precheck';
import { readAnswer, type Question } from './questions';

interface QuestionFieldProps {
  question: Question;
  /** null: "I do not know". */
  value: string | null;
  isIssueShown: boolean;
  onChange: (value: string | null) => void;
}

/** A figure to type, which one may also not know. */
export function QuestionField({ question, value, isIssueShown, onChange }: QuestionFieldProps) {
  const t = useText();
  const words = usePrecheckText();
  const labels: Record<Question, { label: string; hint: string }> = {
    netFen: { label: words.net, hint: words.netHint },
    followers: { label: words.followers, hint: words.followersHint },
    paidInCapitalFen: { label: words.capital, hint: words.capitalHint },
    operatingRevenueFen: { label: words.revenue, hint: words.revenueHint },
  };
  const read = readAnswer(question, value);
  const isUnknown = value === null;
  return (
    <TextField
      {...labels[question]}
      value={value ?? ''}
      placeholder={question === 'followers' ? words.peoplePlaceholder : words.amountPlaceholder}
      isDisabled={isUnknown}
      onChange={onChange}
      issue={isIssueShown && !read.ok ? t.errors.amount[read.reason] : null}
      trailing={
        <View
          className={
            isUnknown ? 'precheck__unknown precheck__unknown--chosen' : 'precheck__unknown'
          }
          role="checkbox"
          onClick={() => onChange(isUnknown ? '' : null)}
        >
          {words.unknown}
        </View>
      }
    />
  );
}
