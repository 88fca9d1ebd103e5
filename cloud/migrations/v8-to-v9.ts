import type { Collections, Migration, StoredDoc } from './migration';

interface Person {
  readonly _id: string;
  readonly seats: Record<string, { readonly role: unknown; readonly joinedAt: unknown }>;
  readonly hostIds: string[];
}

const text = (value: unknown): string => String(value);

function inOrderOf(field: string): (a: StoredDoc, b: StoredDoc) => number {
  return (a, b) => (text(a[field]) < text(b[field]) ? -1 : 1);
}

/** A document for each person, from their memberships and the hosts to whom they are linked. */
function people(before: Collections): Person[] {
  const byId = new Map<string, Person>();
  const personOf = (id: unknown): Person => {
    const person = byId.get(text(id)) ?? { _id: text(id), seats: {}, hostIds: [] };
    byId.set(person._id, person);
    return person;
  };
  const memberships = [...(before.get('memberships') ?? [])].sort(inOrderOf('joinedAt'));
  for (const { personId, shopId, role, joinedAt } of memberships) {
    personOf(personId).seats[text(shopId)] = { role, joinedAt };
  }
  const hosts = [...(before.get('hosts') ?? [])].sort(inOrderOf('addedAt'));
  for (const { _id, personId } of hosts) {
    if (personId !== null) personOf(personId).hostIds.push(_id);
  }
  return [...byId.values()];
}

/** What a person may do is decided on one document, read in the transaction. */
export const V8_TO_V9: Migration = {
  from: 8,
  to: 9,
  summary: 'each person has one document with their stores and the hosts they joined as',
  documents: () => ({ memberships: () => null }),
  additions: (before) => ({ people: people(before).map((person) => ({ ...person })) }),
  rebuildsTotals: false,
};
