import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Sheet } from '../../components/sheet';
import { TextField } from '../../components/text-field';
import type { Duty } from '../../contract/duty';
import { startOf } from '../../domain/live-session/times';
import { addDays, chinaDayOf, chinaTimeOf, instantInChina } from '../../domain/time';
import { useReader, wordChinaDay, wordClock } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { createOnAirDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { DraftNote } from '../shared/draft-note';
import { useDuty } from '../shared/merchant-stores';
import { PickerField } from '../shared/picker-field';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';

/** Props of {@link CorrectionSheet}. */
export interface CorrectionSheetProps {
  duty: Duty;
  onClose: () => void;
}

/** A correction made on air: what and when. The present minute is there already. */
export const CorrectionSheet = observer(function CorrectionSheet(props: CorrectionSheetProps) {
  const { duty, onClose } = props;
  const { ui } = useStores();
  const store = useDuty();
  const t = useMerchantText();
  const words = t.merchantDuty.correction;
  const reader = useReader();
  const submit = useSubmit();
  const draft = useDraft((device) => createOnAirDraft(device, store, duty));
  const at = draft.fields.at ?? ui.now;
  const [day, time] = [chinaDayOf(at), chinaTimeOf(at)];
  const set = (newDay: string, newTime: string) =>
    draft.set({ at: instantInChina(newDay, newTime) });
  const found = draft.errors['at'] ?? null;
  const issue = found === 'too_far_apart' ? words.notOnAir : wordIssue(found, t);
  const handleSubmit = () =>
    void submit(draft, () => {
      ui.toast(words.done);
      onClose();
    });
  return (
    <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={words.add}>
      <View className="duty__form">
        <DraftNote draft={draft} at="top" />
        <TextField
          label={words.text}
          placeholder={words.placeholder}
          isLong
          value={draft.fields.text}
          onChange={(text) => draft.set({ text })}
          onBlur={() => draft.touch('text')}
          issue={wordIssue(draft.issueAt('text'), t)}
        />
        <PickerField
          label={words.day}
          mode="date"
          value={day}
          text={wordChinaDay(day, ui.now, reader.lang)}
          start={addDays(chinaDayOf(startOf(duty.session)), -1)}
          end={chinaDayOf(ui.now)}
          onChange={(value) => set(value, time)}
        />
        <PickerField
          label={words.time}
          mode="time"
          value={time}
          text={wordClock(time, reader)}
          onChange={(value) => set(day, value)}
          issue={issue}
        />
      </View>
      <Button kind="primary" isBusy={draft.isBusy} onTap={handleSubmit}>
        {words.submit}
      </Button>
    </Sheet>
  );
});
