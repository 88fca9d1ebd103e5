import { invalidInput } from '../../../src/contract/failure';
import { salesLedger } from '../../../src/contract/sales';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { read } from '../../endpoint/read';
import { presentEntry } from '../../presenters/sales';
import { ledgerPage } from '../../repositories/sales';

/** A page of the ledger of a session, of a whole evening, or of the store; replaced and undone entries included. */
export const endpoint = read(
  salesLedger,
  { needs: 'sales.read', session: ({ sessionId }) => sessionId },
  async ({ input, caller, session }) => {
    const { shopId, sessionId, month, isUnassigned, cursor } = input;
    if (sessionId !== null && shopIdOf(sessionId) !== shopId) {
      throw invalidInput({ sessionId: 'not_in_store' });
    }
    const ofStore = isUnassigned ? { shopId, hostId: null } : { shopId };
    const pieceIds = session?.pieces.map(({ id }) => id) ?? [];
    const part = sessionId === null ? ofStore : { sessionIds: [sessionId, ...pieceIds] };
    const page = await ledgerPage({ of: part, period: month, countedOnly: isUnassigned, cursor });
    const items = page.items
      .flatMap((entry) => presentEntry(entry, caller.person))
      .filter(({ status }) => !isUnassigned || status === 'counts');
    return { items, cursor: page.cursor };
  },
);
