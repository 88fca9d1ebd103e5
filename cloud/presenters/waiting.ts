import type { OwnShop } from '../../src/contract/shop';
import type { WaitingText } from '../../src/domain/words/waiting';

/** Which words others do not see yet: a check that gave no answer is under review, too. */
export function presentWaiting({
  waiting,
}: {
  waiting: readonly WaitingText[];
}): OwnShop['waiting'] {
  return waiting.map(({ field, state }) => ({
    field,
    state: state === 'refused' ? 'refused' : 'waiting',
  }));
}
