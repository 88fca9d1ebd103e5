import { admit } from './admit';
import { correctEntry } from './correct-entry';
import { type Handler, intend } from './handler';

/**
 * The entry stops counting and stays on record; the one it had replaced counts again, unless the
 * whole is undone.
 */
export const salesUndo: Handler<'sales.undo'> = async (input, caller) => {
  const { shopId, entryId, isWhole } = input;
  await admit(shopId, caller, 'sales.write');
  return correctEntry(intend('sales.undo', input, caller), {
    shopId,
    entryId,
    change: (revisions) => ({
      revisions: revisions.map((revision) =>
        revision.undoneAt === null && (isWhole || revision.id === entryId)
          ? { ...revision, undoneAt: caller.now }
          : revision,
      ),
      aboutId: entryId,
    }),
  });
};
