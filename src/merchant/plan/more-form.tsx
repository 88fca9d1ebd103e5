import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';

import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { TextField } from '../../components/text-field';
import { MAX_TEASERS } from '../../domain/live-session/live-session';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import { NEW_TEASER, type TeaserFields } from '../../stores/drafts';
import { CheckRow } from '../shared/check-row';
import type { PlanningDraft } from './plan-form';

/** Props of {@link MoreForm}. */
export interface MoreFormProps {
  draft: PlanningDraft;
  /** On air only the goods can be changed. */
  isOnAir: boolean;
}

/** What a plan may have besides: a goal, goods teasers, and whether the presenter is made by AI. */
export const MoreForm = observer(function MoreForm({ draft, isOnAir }: MoreFormProps) {
  const t = useMerchantText();
  const words = t.merchantSession.plan;
  const { teasers, goalFen, isAiPresenter } = draft.fields;
  const change = (index: number, part: Partial<TeaserFields>) =>
    draft.set({
      teasers: teasers.map((teaser, at) => (at === index ? { ...teaser, ...part } : teaser)),
    });
  return (
    <>
      {!isOnAir && (
        <Card>
          <TextField
            label={words.goal}
            mark={t.common.state.optional}
            hint={words.goalHint}
            value={String(goalFen ?? '')}
            onChange={(value) => draft.set({ goalFen: value })}
            onBlur={() => draft.touch('goalFen')}
            issue={wordIssue(draft.issueAt('goalFen'), t)}
          />
          <CheckRow
            label={words.ai}
            note={words.aiNote}
            isOn={isAiPresenter}
            onChange={(isOn) => draft.set({ isAiPresenter: isOn })}
          />
        </Card>
      )}
      <Card title={words.teasers}>
        {teasers.map((teaser, index) => (
          // Teasers have no id; their order in the form is the only name they have.
          <TeaserForm
            key={index}
            draft={draft}
            teaser={teaser}
            index={index}
            onChange={(part) => change(index, part)}
            onRemove={() => draft.set({ teasers: teasers.filter((_, at) => at !== index) })}
          />
        ))}
        {teasers.length < MAX_TEASERS && (
          <View className="plan__add">
            <Button onTap={() => draft.set({ teasers: [...teasers, NEW_TEASER] })}>
              {words.addTeaser}
            </Button>
          </View>
        )}
        <View className="plan__note">{words.teasersNote}</View>
      </Card>
    </>
  );
});

interface TeaserFormProps {
  draft: PlanningDraft;
  teaser: TeaserFields;
  index: number;
  onChange: (part: Partial<TeaserFields>) => void;
  onRemove: () => void;
}

const TeaserForm = observer(function TeaserForm(props: TeaserFormProps) {
  const { draft, teaser, index, onChange } = props;
  const t = useMerchantText();
  const words = t.merchantSession.plan;
  const path = (field: keyof TeaserFields) => `teasers.${index}.${field}` as const;
  const issue = (field: keyof TeaserFields) => wordIssue(draft.issueAt(path(field)), t);
  return (
    <View className="plan__teaser">
      <View className="plan__teaser-head">
        <View>{words.teaserOf(index + 1)}</View>
        <Button kind="quiet" size="small" onTap={props.onRemove}>
          {words.removeTeaser}
        </Button>
      </View>
      <TextField
        label={words.teaserName}
        value={teaser.name}
        onChange={(name) => onChange({ name })}
        onBlur={() => draft.touch(path('name'))}
        issue={issue('name')}
      />
      <TextField
        label={words.teaserPrice}
        mark={t.common.state.optional}
        keyboard="digit"
        value={String(teaser.priceFen ?? '')}
        onChange={(priceFen) => onChange({ priceFen })}
        onBlur={() => draft.touch(path('priceFen'))}
        issue={issue('priceFen')}
      />
      <TextField
        label={words.teaserBasis}
        mark={t.common.state.optional}
        hint={words.teaserBasisHint}
        value={teaser.priceBasis ?? ''}
        onChange={(priceBasis) => onChange({ priceBasis })}
        onBlur={() => draft.touch(path('priceBasis'))}
        issue={issue('priceBasis')}
      />
    </View>
  );
});
