import type { HuaduTown, PlaceKind } from '../../domain/shop/shop';

/** Where the store is, as chosen. */
export interface PlaceFields {
  where: PlaceKind | null;
  town: HuaduTown | null;
  /** China day. */
  movingOn: string | null;
}

/** Nothing chosen. */
export const NO_PLACE: PlaceFields = { where: null, town: null, movingOn: null };

/** What is sent: the town only in Huadu, the day only when moving. */
export function placeInput({ where, town, movingOn }: PlaceFields) {
  return {
    where,
    town: where === 'huadu' ? town : null,
    movingOn: where === 'moving' ? movingOn : null,
  };
}
