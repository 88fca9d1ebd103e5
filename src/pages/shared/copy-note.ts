import { useText, useReader, wordReadError, wordInstant } from '../../i18n';
import type { Loadable, Paged } from '../../stores';
import { useStores } from '../../stores-context';

type Read = Pick<Loadable<unknown> | Paged<unknown>, 'at' | 'status' | 'error'>;

/**
 * The line above a page that shows a copy: without a network, or when reading it again failed.
 * null when the page shows what was just read. Call it inside an observer.
 */
export function useCopyNote(read: Read): string | null {
  const { ui } = useStores();
  const t = useText();
  const reader = useReader();
  const { state } = t.common;
  if (ui.isOffline) {
    return read.at === null
      ? state.offline
      : state.offlineCopy(wordInstant(read.at, ui.now, reader));
  }
  const isStale = read.status === 'error' && read.error !== null && read.at !== null;
  return isStale && read.error ? wordReadError(read.error, t) : null;
}
