import { invalidInput } from '../../src/contract/failure';
import { presentEntry } from '../presenters/sales';
import { shopOf } from '../repositories/ids';
import { LEDGER_PAGE, ledgerPage } from '../repositories/sales';
import { admit } from './admit';
import type { Handler } from './handler';

/** A page of the ledger of a session or of the store, replaced and undone entries included. */
export const salesLedger: Handler<'sales.ledger'> = async (input, caller) => {
  const { shopId, sessionId, month, cursor } = input;
  await admit(shopId, caller, 'sales.read');
  if (sessionId !== null && shopOf(sessionId) !== shopId) {
    throw invalidInput({ sessionId: 'not_in_store' });
  }
  const of = sessionId === null ? { shopId } : { sessionId };
  const entries = await ledgerPage({ of, period: month, countedOnly: false, cursor });
  const last = entries.length < LEDGER_PAGE ? undefined : entries.at(-1);
  return {
    data: {
      items: entries.flatMap((entry) => presentEntry(entry, caller.person)),
      cursor: last?.sortKey ?? null,
    },
  };
};
