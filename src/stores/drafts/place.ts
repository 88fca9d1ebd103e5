import type { FieldsOf } from './typed';

/** The place of a store in a form. */
export type PlaceFields = FieldsOf<'shop.register'>['place'];

/** The place to send: a town only in Huadu, a day only when moving. */
export function placeInput({ where, town, movingOn }: PlaceFields): PlaceFields {
  return {
    where,
    town: where === 'huadu' ? town : null,
    movingOn: where === 'moving' ? movingOn : null,
  };
}
