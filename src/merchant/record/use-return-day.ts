import { useEffect, useRef } from 'react';

import { usualReturnDay } from '../../domain/sales/return-age';
import { chinaDayOf } from '../../domain/time';
import type { SalesDraft } from '../../stores/drafts';
import { useStores } from '../../stores-context';

type Kind = NonNullable<SalesDraft['fields']['kind']>;

/**
 * Presets the day of a refund by the day of its sale, and again when that day changes or is only
 * known later, until the person chooses a day. Call it inside an observer.
 * @param bookedOn China day of the sale; null while it is not known.
 */
export function useReturnDay(draft: SalesDraft, bookedOn: string | null) {
  const { ui } = useStores();
  const today = chinaDayOf(ui.now);
  /** Whether the person chose; null until the day of the sale shows what a kept draft began with. */
  const isChosen = useRef<boolean | null>(null);
  const preset = useRef<string | null>(null);
  const { kind, returnedOn = null } = draft.fields;
  useEffect(() => {
    if (kind !== 'refunded' || bookedOn === null) return;
    const usual = usualReturnDay(bookedOn, today);
    // A day that the page found, in a kept draft or an entry, was chosen unless it is the usual one.
    isChosen.current ??= returnedOn !== usual;
    if (!isChosen.current && preset.current !== bookedOn && returnedOn !== usual) {
      draft.set({ returnedOn: usual });
    }
    preset.current = bookedOn;
  }, [draft, kind, bookedOn, returnedOn, today]);
  return {
    /** Another kind was chosen: a refund begins with the usual day. */
    chooseKind: (next: Kind): void => {
      isChosen.current = false;
      preset.current = bookedOn;
      const usual = bookedOn === null ? null : usualReturnDay(bookedOn, today);
      draft.set({ kind: next, returnedOn: usual });
    },
    chooseDay: (day: string | null): void => {
      isChosen.current = true;
      draft.set({ returnedOn: day });
    },
  };
}
