import { revisionIdFrom } from '../repositories/ids';
import { admit } from './admit';
import { correctEntry } from './correct-entry';
import { type Handler, intend } from './handler';
import { newRevision } from './new-entry';

/** Another statement in place of an entry's; the replaced one stays on record and does not count. */
export const salesReplace: Handler<'sales.replace'> = async (input, caller) => {
  const { shopId, entryId } = input;
  await admit(shopId, caller, 'sales.write');
  const id = revisionIdFrom(caller.person, caller.requestKey, entryId);
  const revision = newRevision(input, { id, replaces: entryId, caller });
  return correctEntry(intend('sales.replace', input, caller), {
    shopId,
    entryId,
    change: (revisions) => ({ revisions: [...revisions, revision], aboutId: id }),
  });
};
