import { useState } from 'react';

import { useText, wordError } from '../../i18n';
import { usePublicText } from '../../i18n/public';
import { useStores } from '../../stores-context';

/** Follows a store or leaves it; a refusal is a toast. */
export function useFollowing(shopId: string) {
  const { ui, discover } = useStores();
  const t = useText();
  const publicText = usePublicText();
  const [isBusy, setBusy] = useState(false);
  /** @returns whether it is done */
  const follow = async (isFollowing: boolean): Promise<boolean> => {
    setBusy(true);
    const result = await discover.follow(shopId, isFollowing);
    setBusy(false);
    if (result.ok) return true;
    const { error } = result;
    const isFull = error.code === 'limit_reached';
    ui.toast(
      isFull ? publicText.tooManyFollows(Number(error.info?.['limit'])) : wordError(error, t),
    );
    return false;
  };
  return { isBusy, follow };
}
