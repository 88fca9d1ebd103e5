import { type DutyLists, dutySaveLists } from '../../contract/duty';
import { listProblems } from '../../domain/duty/checklist';
import type { DutyStore } from '../duty-store';
import type { DraftDevice } from '../store-context';
import { textOrNull } from './amounts';
import { Draft } from './draft';
import type { FieldsOf } from './typed';

/** The lists of a store being edited. On `stale_version`, `rebase(listFields(…))` and send again. */
export type ChecklistsDraft = Draft<'duty.saveLists'>;

/** A list in the form. */
export type ListFields = FieldsOf<'duty.saveLists'>['lists'][number];
/** An item in the form: one that the product words, or typed text. */
export type ItemFields = ListFields['items'][number];

/**
 * The form of a store's lists.
 * @param nameOf the name of a list to start from, in the person's language.
 */
export function listFields(
  { shopId, version, lists }: DutyLists,
  nameOf: (listId: string) => string,
): FieldsOf<'duty.saveLists'> {
  return {
    shopId,
    version,
    lists: lists.map(({ id, name, items }) => ({
      id,
      name: name ?? nameOf(id),
      items: items.map(({ known, text }) => ({ known, text: text ?? '' })),
    })),
  };
}

/** The lists of a store with their unsent changes. */
export function createChecklistsDraft(
  device: DraftDevice,
  store: Pick<DutyStore, 'saveLists'>,
  initial: FieldsOf<'duty.saveLists'>,
): ChecklistsDraft {
  return new Draft(device, dutySaveLists, {
    name: `lists/${initial.shopId}`,
    initial,
    toInput: ({ lists, ...fields }) => ({
      ...fields,
      lists: lists.map(({ items, ...list }) => ({
        ...list,
        items: items.map(({ known, text }) => ({ known, text: textOrNull(text) })),
      })),
    }),
    problems: listProblems,
    send: (input, requestKey) => store.saveLists(input, requestKey),
    changeStored: ({ stored, input, requestKey }) =>
      store.saveLists({ ...input, version: Math.max(input.version, stored.version) }, requestKey),
  });
}
