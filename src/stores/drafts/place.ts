import type { FieldsOf } from './typed';

/** The place of a store in a form. */
export type PlaceFields = FieldsOf<'shop.register'>['place'];

/** What is sent: the town only in Huadu, the day only when moving. */
export function placeInput({ where, town, movingOn }: PlaceFields): PlaceFields {
  return {
    where,
    town: where === 'huadu' ? town : null,
    movingOn: where === 'moving' ? movingOn : null,
  };
}
