import { View } from '@tarojs/components';

import { TextField } from '../../components/text-field';
import { useText } from '../../i18n';
import { usePrecheckText } from '../../i18n/precheck';
import { type AnswerProblem, readAnswer, type Question } from './questions';

interface QuestionFieldProps {
  /** Its place among the questions, from 1. */
  number: number;
  question: Question;
  /** null: "I do not know". */
  value: string | null;
  isIssueShown: boolean;
  onChange: (value: string | null) => void;
}

/** A figure to type, which one may also not know. */
export function QuestionField(props: QuestionFieldProps) {
  const { number, question, value, isIssueShown, onChange } = props;
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
  const issueOf = (reason: AnswerProblem): string =>
    reason === 'not_filled' ? words.fill : t.errors.amount[reason];
  const issue = read.ok ? null : issueOf(read.reason);
  return (
    <TextField
      label={`${number}  ${labels[question].label}`}
      hint={labels[question].hint}
      value={value ?? ''}
      placeholder={question === 'followers' ? words.peoplePlaceholder : words.amountPlaceholder}
      isDisabled={isUnknown}
      onChange={onChange}
      issue={isIssueShown ? issue : null}
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
