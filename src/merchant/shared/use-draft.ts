import { useState } from 'react';

import type { DraftDevice } from '../../stores';
import { useStores } from '../../stores-context';

/** Opens a draft when the form appears, and keeps it until the form is gone. */
export function useDraft<Draft>(open: (device: DraftDevice) => Draft): Draft {
  const stores = useStores();
  const [draft] = useState(() => stores.openDraft(open));
  return draft;
}
