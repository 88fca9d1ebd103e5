import { observer } from 'mobx-react-lite';

import { Card } from '../../components/card';
import { TextField } from '../../components/text-field';
import { chinaDayOf, lastDayAhead } from '../../domain/time';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { EditDraft, PlanDraft, Times } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { TimeRange } from '../shared/time-range';

/** A form that plans a session, or changes a planned one. */
export type PlanningDraft = PlanDraft | EditDraft;

/** Props of {@link PlanForm}. */
export interface PlanFormProps {
  draft: PlanningDraft;
  /** Takes other times; absent where they are fixed. */
  onMove?: (times: Times) => void;
  /** The times as they stand, in words. */
  before?: string;
}

/** What and when. */
export const PlanForm = observer(function PlanForm({ draft, onMove, before }: PlanFormProps) {
  const { ui } = useStores();
  const t = useMerchantText();
  const words = t.merchantSession.plan;
  const { fields } = draft;
  const issue = (path: 'title' | 'startAt' | 'endAt') => wordIssue(draft.issueAt(path), t);
  return (
    <Card>
      <TextField
        label={words.name}
        placeholder={words.namePlaceholder}
        value={fields.title}
        onChange={(title) => draft.set({ title })}
        onBlur={() => draft.touch('title')}
        issue={issue('title')}
      />
      {onMove !== undefined && (
        <TimeRange
          value={fields}
          onChange={(times) => {
            onMove(times);
            draft.touch('startAt');
            draft.touch('endAt');
          }}
          startLabel={words.start}
          endLabel={words.end}
          now={ui.now}
          firstDay={chinaDayOf(ui.now)}
          lastDay={lastDayAhead(ui.now)}
          canEndAfter
          issue={issue('startAt') ?? issue('endAt')}
          {...(before === undefined ? {} : { before })}
        />
      )}
    </Card>
  );
});
