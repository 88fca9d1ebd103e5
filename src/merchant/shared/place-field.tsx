import { View } from '@tarojs/components';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';

import { ChoiceField } from '../../components/choice-field';
import { Field } from '../../components/field';
import { Sheet } from '../../components/sheet';
import type { FieldIssue } from '../../contract/errors';
import { HUADU_TOWNS, type HuaduTown } from '../../domain/shop/shop';
import { chinaDayOf, lastDayAhead } from '../../domain/time';
import { useLang, wordChinaDay } from '../../i18n';
import { wordIssue } from '../../i18n/form-words';
import { useMerchantText } from '../../i18n/merchant';
import type { PlaceFields } from '../../stores/drafts';
import { useStores } from '../../stores-context';
import { choicesOf } from './choices';
import { PickerField } from './picker-field';
import './picker-field.css';

type PlacePath = `place.${keyof PlaceFields}`;
type Elsewhere = Exclude<NonNullable<PlaceFields['where']>, 'huadu'>;

const ELSEWHERE = ['moving', 'elsewhere'] as const satisfies Elsewhere[];

/** The part of a draft that says where the store is. */
interface PlaceDraft {
  fields: { place: PlaceFields };
  set(change: { place: Partial<PlaceFields> }): void;
  issueAt(path: PlacePath): FieldIssue | null;
}

/** The chosen place in words: a town, a day of moving, or elsewhere; null while none was chosen. */
function usePlaceText({ where, town, movingOn }: PlaceFields): string | null {
  const { ui } = useStores();
  const lang = useLang();
  const t = useMerchantText();
  if (where === null) return null;
  const day = movingOn === null ? null : wordChinaDay(movingOn, ui.now, lang);
  const more = {
    huadu: town === null ? null : t.storeFacts.town[town],
    moving: day,
    elsewhere: null,
  };
  return [t.storeFacts.place[where], more[where]].filter((part) => part !== null).join(' · ');
}

/** Where the store is, as one answer: a town in Huadu, moving by a day, or elsewhere. */
export const PlaceField = observer(function PlaceField({ draft }: { draft: PlaceDraft }) {
  const t = useMerchantText();
  const words = t.merchantShop.place;
  const [isOpen, setOpen] = useState(false);
  const text = usePlaceText(draft.fields.place);
  const at = (path: PlacePath) => wordIssue(draft.issueAt(path), t);
  const isTownMissing = draft.issueAt('place.town') === 'required';
  const isDayMissing = draft.issueAt('place.movingOn') === 'required';
  const missing = (isTownMissing && words.townMissing) || (isDayMissing && words.dayMissing);
  return (
    <>
      <Field
        label={words.label}
        issue={missing || (at('place.where') ?? at('place.town') ?? at('place.movingOn'))}
      >
        <View
          className={text === null ? 'mk-picker mk-picker--empty' : 'mk-picker'}
          role="button"
          onClick={() => setOpen(true)}
        >
          <View className="mk-picker__text">{text ?? words.placeholder}</View>
          <View className="mk-picker__arrow" />
        </View>
      </Field>
      {isOpen && <PlaceSheet draft={draft} onClose={() => setOpen(false)} />}
    </>
  );
});

/** Every place to choose from; it closes with the answer, a day of moving included. */
const PlaceSheet = observer(function PlaceSheet(props: { draft: PlaceDraft; onClose: () => void }) {
  const { draft, onClose } = props;
  const { ui } = useStores();
  const lang = useLang();
  const t = useMerchantText();
  const words = t.merchantShop.place;
  const { where, town, movingOn } = draft.fields.place;
  const today = chinaDayOf(ui.now);
  const choose = (place: Partial<PlaceFields>): void => {
    draft.set({ place });
    onClose();
  };
  const handleElsewhere = (chosen: Elsewhere): void => {
    if (chosen === 'moving') draft.set({ place: { where: chosen } });
    else choose({ where: chosen });
  };
  return (
    <Sheet isOpen onClose={onClose} closeLabel={t.common.action.close} title={words.label}>
      <ChoiceField<HuaduTown>
        label={t.storeFacts.place.huadu}
        options={choicesOf(HUADU_TOWNS, t.storeFacts.town)}
        value={where === 'huadu' ? town : null}
        onChange={(chosen) => choose({ where: 'huadu', town: chosen })}
      />
      <ChoiceField<Elsewhere>
        label={words.others}
        options={choicesOf(ELSEWHERE, t.storeFacts.place)}
        value={where === 'huadu' ? null : where}
        onChange={handleElsewhere}
      />
      {where === 'moving' && (
        <PickerField
          label={words.movingOn}
          mode="date"
          value={movingOn ?? today}
          text={movingOn === null ? null : wordChinaDay(movingOn, ui.now, lang)}
          placeholder={words.movingPlaceholder}
          start={today}
          end={lastDayAhead(ui.now)}
          onChange={(day) => choose({ movingOn: day })}
        />
      )}
    </Sheet>
  );
});
