import { dutyLists } from '../../../src/contract/duty';
import { read } from '../../endpoint/read';
import { presentLists } from '../../presenters/duty';
import { checklistsOf, listsOf } from '../../repositories/duty';

/** The lists that the sessions of a store get. */
export const endpoint = read(
  dutyLists,
  { needs: 'session.read' },
  async ({ input: { shopId } }) => {
    const kept = await checklistsOf(shopId);
    return presentLists(shopId, listsOf(kept), kept?.version ?? 0);
  },
);
