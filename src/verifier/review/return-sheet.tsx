import { View } from '@tarojs/components';

import { Button } from '../../components/button';
import { ChoiceField } from '../../components/choice-field';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import type { Review } from '../../contract/review';
import { RETURN_REASONS, type ReturnReason } from '../../domain/review/review';
import { useFieldLabel, useVerifierText } from '../../i18n/verifier';
import { useValueWords } from './field-line';

/** Why a field is wrong, while the verifier decides. */
export interface Fault {
  readonly reason: ReturnReason | null;
  readonly words: string;
}

/** The fields that are wrong, in their order. */
export type Faults = Readonly<Record<string, Fault>>;

/** Whether each has a reason. */
function isReasoned({ reason, words }: Fault): boolean {
  return reason !== null && (reason !== 'other' || words.trim() !== '');
}

/** Props of {@link ReturnSheet}. */
export interface ReturnSheetProps {
  review: Review;
  faults: Faults;
  isOpen: boolean;
  isBusy: boolean;
  onFault: (field: string, fault: Fault) => void;
  onClose: () => void;
  onSend: () => void;
}

/** A reason for each field that is returned, and what the owner will read. */
export function ReturnSheet(props: ReturnSheetProps) {
  const { review, faults, isOpen, isBusy, onFault, onClose, onSend } = props;
  const { verifier: words, verification } = useVerifierText();
  const labelOf = useFieldLabel(review.kind);
  const wordValue = useValueWords();
  const isIdentity = review.kind === 'identity';
  const wrong = review.fields.filter(({ field }) => faults[field] !== undefined);
  return (
    <Sheet
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={words.close}
      title={words.giveBack(wrong.length)}
    >
      {wrong.map(({ field, value }) => {
        const fault = faults[field] ?? { reason: null, words: '' };
        return (
          <View key={field} className="review__fault">
            <View className="review__label">{labelOf(field)}</View>
            <View className="review__receipt">{wordValue(value)}</View>
            <ChoiceField
              label={words.reason}
              options={RETURN_REASONS.map((reason) => ({
                value: reason,
                label: verification.reason[reason],
              }))}
              value={fault.reason}
              onChange={(reason) => onFault(field, { ...fault, reason })}
            />
            <TextField
              label={isIdentity ? words.added : words.addedHere}
              value={fault.words}
              isLong
              onChange={(added) => onFault(field, { ...fault, words: added })}
            />
          </View>
        );
      })}
      {isIdentity && <OwnerSees review={review} faults={faults} />}
      <View className="review__send">
        <Button
          kind="primary"
          isBusy={isBusy}
          isDisabled={!Object.values(faults).every(isReasoned)}
          onTap={onSend}
        >
          {isIdentity ? words.send : words.refuse}
        </Button>
      </View>
    </Sheet>
  );
}

/** What the owner will read about it, with the words of the store's own page. */
function OwnerSees({ review, faults }: { review: Review; faults: Faults }) {
  const { verifier: words, verification } = useVerifierText();
  const labelOf = useFieldLabel(review.kind);
  const wrong = review.fields.filter(({ field }) => faults[field] !== undefined);
  const filled = review.fields.filter(({ value }) => value !== null).length;
  return (
    <View className="review__owner">
      <View className="review__receipt">{words.ownerSees}</View>
      <View className="review__notice">
        <View className="review__notice-title">{`✕ ${words.ownerTitle(wrong.length)}`}</View>
        {wrong.map(({ field }) => {
          const { reason = null, words: added = '' } = faults[field] ?? {};
          return (
            <View key={field} className="review__notice-line">
              <View className="review__label">{labelOf(field)}</View>
              {reason !== null && words.ownerLine(verification.reason[reason], added)}
            </View>
          );
        })}
        <View className="review__notice-note">
          {words.ownerNote(Math.max(0, filled - wrong.length))}
        </View>
      </View>
    </View>
  );
}
