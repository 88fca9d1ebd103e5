import type { CheckedInputOf } from '../../../src/contract/endpoints';
import { dutySaveLists } from '../../../src/contract/duty';
import { refuseIfAny, refuseIfStale } from '../../../src/contract/failure';
import {
  type Checklist,
  type ChecklistItem,
  listProblems,
} from '../../../src/domain/duty/checklist';
import type { Writer } from '../../access/caller';
import { write } from '../../endpoint/write';
import { presentLists } from '../../presenters/duty';
import { listsOf } from '../../repositories/duty';
import { newChecklistId, ownItemId } from '../../repositories/ids';

type Lists = CheckedInputOf<'duty.saveLists'>['lists'];

function itemOf({ known, text }: Lists[number]['items'][number]): ChecklistItem {
  return { id: known ?? ownItemId(text ?? ''), known, text };
}

/** The edited lists, a new one with its id. An id that the store does not have is a new list's. */
function editedLists(lists: Lists, before: readonly Checklist[], caller: Writer): Checklist[] {
  const known = new Set(before.map(({ id }) => id));
  return lists.map(({ id, name, items }, index) => {
    const isKept = id !== null && known.delete(id);
    return {
      id: isKept ? id : newChecklistId(caller, index),
      name,
      items: items.map(itemOf),
    };
  });
}

/** Changes the lists of a store that were read at `version`; sessions that have theirs keep it. */
export const endpoint = write(
  dutySaveLists,
  { needs: 'session.plan' },
  async ({ input, caller, t }) => {
    refuseIfAny(listProblems(input));
    const { shopId } = input;
    const kept = await t.get('checklists', shopId);
    const version = kept?.version ?? 0;
    refuseIfStale({ version }, input.version);
    const lists = editedLists(input.lists, listsOf(kept), caller);
    await t.set('checklists', shopId, { lists, version: version + 1 });
    return { data: presentLists(shopId, lists, version + 1) };
  },
);
