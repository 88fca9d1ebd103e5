import type { OwnShop } from '../../src/contract/shop';
import { textsAt, type WaitingText } from '../../src/domain/words/waiting';

/**
 * Which words of a stored document others do not see yet, and what they see instead. Words that could
 * not be checked are under review, too.
 */
export function presentWaiting(stored: { waiting: readonly WaitingText[] }): OwnShop['waiting'] {
  const fields = stored.waiting.map(({ field }) => field);
  const shown = textsAt(stored, fields);
  return stored.waiting.map(({ field, state }) => ({
    field,
    state: state === 'refused' ? 'refused' : 'waiting',
    shown: shown.get(field) ?? null,
  }));
}
