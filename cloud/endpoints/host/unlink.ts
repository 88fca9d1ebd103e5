import { Failure } from '../../../src/contract/failure';
import { hostUnlink } from '../../../src/contract/host';
import { memberOf, withLine, withMember, withoutMember } from '../../../src/domain/shop/team';
import { can } from '../../access/capabilities';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { HostDoc } from '../../database/documents';
import { personWrite } from '../../endpoint/write';
import { openPerson, putPerson, unseated } from '../../repositories/people';
import { putTeam } from '../../repositories/teams';

/**
 * Takes the seat of a host's person: whole where they have the host's role, else only what ties it to
 * the host. Two calls; none for a person without a seat.
 */
async function takeSeat(
  t: Transaction,
  { shopId }: HostDoc,
  personId: string,
  { person: by, now: at }: Writer,
): Promise<void> {
  const person = await openPerson(t, personId);
  const seat = person.seats[shopId];
  if (seat === undefined) return;
  const isHost = seat.role === 'host';
  const linked = { ...person, seats: { ...person.seats, [shopId]: { ...seat, hostId: null } } };
  await putPerson(t, isHost ? unseated(person, shopId) : linked);
  const team = await t.get('teams', shopId);
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

/**
 * Unlinks the person from a host. The store may do it and so may the person, who needs no role in
 * the store. Records stay.
 */
export const endpoint = personWrite(hostUnlink, {}, async ({ input: { hostId }, caller, t }) => {
  const host = await t.get('hosts', hostId);
  if (host === null) throw new Failure('not_found');
  const { shopId, personId } = host;
  if (personId !== caller.person) {
    const seat = (await openPerson(t, caller.person)).seats[shopId];
    if (seat === undefined || !can(seat.role, 'shop.edit')) throw new Failure('not_found');
  }
  await t.update('hosts', hostId, { personId: null });
  if (personId !== null) await takeSeat(t, host, personId, caller);
  return { shopId, data: { hostId } };
});
