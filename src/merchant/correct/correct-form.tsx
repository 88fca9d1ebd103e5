import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { Card } from '../../components/card';
import { Row } from '../../components/row';
import { TextField } from '../../components/text-field';
import type { LiveSession } from '../../contract/live-session';
import { chinaDayOf, FIRST_DAY } from '../../domain/time';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { createTimesDraft, timesFields } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { CheckRow } from '../shared/check-row';
import { FormPage } from '../shared/form-page';
import { useSteps } from '../shared/merchant-stores';
import { useMovedSales } from '../shared/moved-sales';
import { TimeRange } from '../shared/time-range';
import { useDraft } from '../shared/use-draft';
import { useSubmit } from '../shared/use-submit';
import { PauseFields } from './pause-fields';

/** Start, end, pauses and the reason; when the day changes, whether the sales move along. */
export const CorrectForm = observer(function CorrectForm({ session }: { session: LiveSession }) {
  const { ui, liveSessions } = useStores();
  const steps = useSteps();
  const t = useMerchantText();
  const words = t.merchantSession.correct;
  const submit = useSubmit();
  const [isStale, setStale] = useState(false);
  const draft = useDraft((device) => createTimesDraft(device, steps, session));
  const { fields } = draft;
  const moving = useMovedSales(session, chinaDayOf(fields.startedAt));
  const issue = wordIssue(draft.issueAt('startedAt') ?? draft.issueAt('endedAt'), t);
  const handleSubmit = async () => {
    setStale(false);
    const result = await submit(draft, ({ session: corrected }) => {
      if (moving !== null && fields.withSales) {
        void steps.moveSales(corrected.id, moving.entryCount).then((moved) => {
          if (!moved.ok) ui.toast(words.moveStopped);
        });
      }
      ui.back();
    });
    const latest = liveSessions.session(session.id).value;
    if (result.ok || result.error.code !== 'stale_version' || !latest) return;
    draft.rebase(timesFields(latest));
    setStale(true);
  };
  return (
    <FormPage draft={draft} submitLabel={words.submit} onSubmit={() => void handleSubmit()}>
      {isStale && <View className="correct__stale">{t.merchantSession.plan.stale}</View>}
      <Card>
        <Row title={session.title} note={words.note} />
        <TimeRange
          value={{ startAt: fields.startedAt, endAt: fields.endedAt }}
          onChange={({ startAt, endAt }) => {
            draft.set({ startedAt: startAt, endedAt: endAt });
            draft.touch('endedAt');
          }}
          startLabel={words.start}
          endLabel={words.end}
          now={ui.now}
          firstDay={FIRST_DAY}
          lastDay={chinaDayOf(ui.now)}
          issue={issue}
        />
      </Card>
      <PauseFields draft={draft} />
      {moving !== null && (
        <Card>
          <CheckRow
            label={words.withSales}
            note={moving.words}
            isOn={fields.withSales}
            onChange={(withSales) => draft.set({ withSales })}
          />
        </Card>
      )}
      <Card>
        <TextField
          label={words.reason}
          placeholder={words.reasonPlaceholder}
          hint={words.reasonHint}
          value={fields.reason}
          onChange={(reason) => draft.set({ reason })}
          onBlur={() => draft.touch('reason')}
          issue={wordIssue(draft.issueAt('reason'), t)}
        />
      </Card>
    </FormPage>
  );
});
