import { Failure } from '../../../src/contract/failure';
import { hostUnlink } from '../../../src/contract/host';
import { can } from '../../../src/domain/shop/capabilities';
import {
  memberOf,
  type Team,
  withLine,
  withMember,
  withoutMember,
} from '../../../src/domain/shop/team';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { HostDoc } from '../../database/documents';
import { personWrite } from '../../endpoint/write';
import { openPerson, putPerson, unseated } from '../../repositories/people';
import { putTeam } from '../../repositories/teams';

/**
 * Takes the seat of a host's person: whole where they have the host's role, else only what ties it to
 * the host. Three calls; one for a person without a seat, and one less where the team was read.
 */
async function takeSeat(
  t: Transaction,
  { shopId }: HostDoc,
  personId: string,
  { caller: { person: by, now: at }, known }: { caller: Writer; known: Team | null },
): Promise<void> {
  const person = await openPerson(t, personId);
  const seat = person.seats[shopId];
  if (seat === undefined) return;
  const isHost = seat.role === 'host';
  const linked = { ...person, seats: { ...person.seats, [shopId]: { ...seat, hostId: null } } };
  await putPerson(t, isHost ? unseated(person, shopId) : linked);
  const team = known ?? (await t.get('teams', shopId));
  const member = team === null ? null : memberOf(team, personId);
  if (team === null || member === null) return;
  const { name, role } = member;
  const byName = memberOf(team, by)?.name ?? null;
  const step = by === personId ? 'left' : 'removed';
  const after = isHost
    ? withLine(withoutMember(team, member), { at, step, by: byName, name, role })
    : withMember(team, { ...member, hostId: null });
  await putTeam(t, shopId, after);
}

/** Whether a person may change who is in a store. One call where it has no team. */
async function isEditor(
  t: Transaction,
  team: Team | null,
  shopId: string,
  person: string,
): Promise<boolean> {
  const seat = team === null ? (await openPerson(t, person)).seats[shopId] : memberOf(team, person);
  return seat !== null && seat !== undefined && can(seat.role, 'shop.edit');
}

/**
 * Unlinks the person from a host. The store may do it and so may the person, who needs no role in
 * the store. Records stay.
 */
export const endpoint = personWrite(hostUnlink, {}, async ({ input: { hostId }, caller, t }) => {
  const host = await t.get('hosts', hostId);
  if (host === null) throw new Failure('not_found');
  const { shopId, personId } = host;
  let known: Team | null = null;
  if (personId !== caller.person) {
    known = await t.get('teams', shopId);
    if (!(await isEditor(t, known, shopId, caller.person))) throw new Failure('not_found');
  }
  if (personId !== null) {
    await t.update('hosts', hostId, { personId: null });
    await takeSeat(t, host, personId, { caller, known });
  }
  return { shopId, data: { hostId } };
});
