import { useEffect, useState } from 'react';

import type { DraftDevice } from '../../stores';
import { useStores } from '../../stores-context';

/**
 * Opens a draft when the form appears, and keeps it until the form is gone. Default days follow the
 * clock over midnight. Call it inside an observer.
 */
export function useDraft<Draft extends { renew(): void }>(
  open: (device: DraftDevice) => Draft,
): Draft {
  const stores = useStores();
  const [draft] = useState(() => stores.openDraft(open));
  const { today } = stores.ui;
  useEffect(() => draft.renew(), [draft, today]);
  return draft;
}
