import { observer } from 'mobx-react-lite';

import { ChoiceField } from '../../components/choice-field';
import type { FieldIssue } from '../../contract/errors';
import { HUADU_TOWNS, PLACES } from '../../domain/shop/shop';
import { chinaDayOf, lastDayAhead } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { PlaceFields } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { choicesOf } from './choices';
import { PickerField } from './picker-field';

type PlacePath = `place.${keyof PlaceFields}`;

/** The part of a draft that says where the store is. */
interface PlaceDraft {
  fields: { place: PlaceFields };
  set(change: { place: Partial<PlaceFields> }): void;
  issueAt(path: PlacePath): FieldIssue | null;
}

/** Where the store is: in Huadu and in which town, moving by a day, or elsewhere. */
export const PlaceForm = observer(function PlaceForm({ draft }: { draft: PlaceDraft }) {
  const { ui } = useStores();
  const t = useMerchantText();
  const lang = useLang();
  const words = t.merchantShop.register;
  const { where, town, movingOn } = draft.fields.place;
  const today = chinaDayOf(ui.now);
  const issue = (path: PlacePath) => wordIssue(draft.issueAt(path), t);
  return (
    <>
      <ChoiceField
        label={words.where}
        options={choicesOf(PLACES, t.common.place)}
        value={where}
        onChange={(chosen) => draft.set({ place: { where: chosen } })}
        issue={issue('place.where')}
      />
      {where === 'huadu' && (
        <ChoiceField
          label={words.town}
          options={choicesOf(HUADU_TOWNS, t.common.town)}
          value={town}
          onChange={(chosen) => draft.set({ place: { town: chosen } })}
          issue={issue('place.town')}
        />
      )}
      {where === 'moving' && (
        <PickerField
          label={words.movingOn}
          mode="date"
          value={movingOn ?? today}
          text={movingOn === null ? null : wordChinaDay(movingOn, ui.now, lang)}
          placeholder={words.movingPlaceholder}
          start={today}
          end={lastDayAhead(ui.now)}
          onChange={(day) => draft.set({ place: { movingOn: day } })}
          issue={issue('place.movingOn')}
        />
      )}
    </>
  );
});
