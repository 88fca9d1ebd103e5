import { dutyChoose } from '../../../src/contract/duty';
import { Failure, limitReached } from '../../../src/contract/failure';
import { MAX_SESSION_ITEMS } from '../../../src/domain/duty/checklist';
import { withItemsOf } from '../../../src/domain/duty/record';
import { write } from '../../endpoint/write';
import { listsOf } from '../../repositories/duty';
import { changeRecord } from './change';

/** Gives the session another of the store's lists; done items that it lacks stay below. */
export const endpoint = write(dutyChoose, { needs: 'session.run' }, async (call) => {
  const { input, shop, t } = call;
  const lists = listsOf(await t.get('checklists', shop._id));
  const list = lists.find(({ id }) => id === input.listId);
  if (list === undefined) throw new Failure('stale_version');
  return changeRecord(call, ({ record }) => {
    if (record.listId !== input.insteadOf) throw new Failure('stale_version');
    const items = withItemsOf(record.items, list.items);
    if (items.length > MAX_SESSION_ITEMS) throw limitReached(MAX_SESSION_ITEMS);
    return { ...record, listId: list.id, listName: list.name, items };
  });
});
