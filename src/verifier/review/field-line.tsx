import { View } from '@tarojs/components';

import type { Review } from '../../contract/review';
import { useText } from '../../i18n';
import { useVerifierText } from '../../i18n/verifier';

/** Props of {@link FieldLine}. */
export interface FieldLineProps {
  field: Review['fields'][number];
  label: string;
  /** Whether the verifier finds it wrong; null where there is nothing to decide. */
  isWrong: boolean | null;
  onWrong: (isWrong: boolean) => void;
}

/** A value of a claim in words. */
export function useValueWords(): (value: string | null) => string {
  const { storeFacts } = useVerifierText();
  const values: Readonly<Record<string, string>> = { ...storeFacts.legalForm, ...storeFacts.place };
  return (value) => (value === null ? '—' : (values[value] ?? value));
}

/** A field as it was approved and as it was handed in, and whether it is right. */
export function FieldLine({ field, label, isWrong, onWrong }: FieldLineProps) {
  const t = useText();
  const { verifier: words } = useVerifierText();
  const wordValue = useValueWords();
  const { value, before, hints } = field;
  const outline = isWrong === true ? ' review__value--wrong' : ' review__value--new';
  const choices = [
    { label: words.right, mark: '✓ ', isChosen: isWrong === false, answer: false },
    { label: words.wrong, mark: '✕ ', isChosen: isWrong === true, answer: true },
  ];
  return (
    <View className="review__field">
      <View className="review__field-head">
        <View className="review__label">{label}</View>
        {isWrong !== null && (
          <View className="review__verdict">
            {choices.map(({ label: choice, mark, isChosen, answer }) => {
              const kind = answer ? 'review__choice--wrong' : 'review__choice--right';
              return (
                <View
                  key={choice}
                  role="radio"
                  aria-label={`${label} ${choice}`}
                  className={isChosen ? `review__choice ${kind}` : 'review__choice'}
                  onClick={() => onWrong(answer)}
                >
                  {isChosen && mark}
                  {choice}
                </View>
              );
            })}
          </View>
        )}
      </View>
      <View className="review__pair">
        <View className="review__value review__value--before">{wordValue(before)}</View>
        <View className={value === before ? 'review__value' : `review__value${outline}`}>
          {wordValue(value)}
        </View>
      </View>
      {hints.length > 0 && (
        <View className="review__hint">{words.hints(hints.join(t.incentive.listSeparator))}</View>
      )}
    </View>
  );
}
