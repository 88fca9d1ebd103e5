import { sealText } from '../repositories/secrets';
import type { Collections, Migration, StoredDoc } from './migration';

interface Seat {
  readonly role: string;
  readonly joinedAt: string;
}

/** Answers that hold a phone number or the code of an invitation; a repeat is `already_stored`. */
const TELLING = ['shop.register', 'shop.update', 'shop.publish', 'host.add', 'host.invite'];

function seatsOf(person: StoredDoc): [shopId: string, Seat][] {
  return Object.entries(person['seats'] as Record<string, Seat>);
}

/** The host as whom a person is linked in a store. */
function hostIn(before: Collections, shopId: string, personId: string): string | null {
  const hosts = before.get('hosts') ?? [];
  return hosts.find((h) => h['shopId'] === shopId && h['personId'] === personId)?._id ?? null;
}

/** A team for each store with people beside its owner, in the order in which they joined. */
function teams(before: Collections): StoredDoc[] {
  const byShop = new Map<string, (Seat & { personId: string })[]>();
  for (const person of before.get('people') ?? []) {
    for (const [shopId, { role, joinedAt }] of seatsOf(person)) {
      const seat = { personId: person._id, role, joinedAt };
      byShop.set(shopId, [...(byShop.get(shopId) ?? []), seat]);
    }
  }
  return [...byShop].flatMap(([shopId, seats]) => {
    if (seats.length < 2) return [];
    const inOrder = [...seats].sort((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1));
    const members = inOrder.map(({ personId, role, joinedAt }, index) => {
      const hostId = hostIn(before, shopId, personId);
      return { id: `m${String(index + 1)}`, personId, role, name: null, hostId, joinedAt };
    });
    const nothing = { invitations: [], codes: [], lines: [], invitedOn: null, invited: 0 };
    return [{ _id: shopId, members, memberCount: members.length, ...nothing }];
  });
}

/**
 * Codes of open invitations were kept readable: they end here, and their hosts are invited again.
 * Phone numbers are encrypted, and no kept answer holds one any more.
 */
export const V17_TO_V18: Migration = {
  from: 17,
  to: 18,
  summary: 'a store has a team; phone numbers are encrypted',
  documents: (before) => ({
    shops: ({ phone, ...shop }) => ({
      ...shop,
      sealedPhone: typeof phone === 'string' ? sealText(shop._id, phone) : null,
    }),
    hosts: ({ inviteCode, inviteEndsAt, invitedOn, invitations, ...host }) => host,
    people: (person) => ({
      ...person,
      seats: Object.fromEntries(
        seatsOf(person).map(([shopId, seat]) => [
          shopId,
          { ...seat, hostId: hostIn(before, shopId, person._id) },
        ]),
      ),
    }),
    changes: (change) =>
      TELLING.includes(String(change['endpoint']))
        ? { ...change, answer: null, answerEndsAt: null }
        : change,
  }),
  additions: (before) => ({ teams: teams(before) }),
  rebuildsTotals: false,
};
