import { Failure, limitReached } from '../../../src/contract/failure';
import { teamJoin } from '../../../src/contract/team';
import {
  handedOver,
  isFull,
  MAX_MEMBERS,
  memberOf,
  type Team,
  type TeamInvitation,
  withJoined,
  withLine,
  withMember,
  withoutEnded,
} from '../../../src/domain/shop/team';
import type { Writer } from '../../access/caller';
import type { Transaction } from '../../database/database';
import type { PersonDoc } from '../../database/documents';
import { personWrite } from '../../endpoint/write';
import { openPerson, placed, putPerson, seated } from '../../repositories/people';
import { openInvitation, putTeam } from '../../repositories/teams';

interface JoinCall {
  shopId: string;
  caller: Writer;
  t: Transaction;
}

/** Makes the member whom an offer is for the owner, and the owner an operator. Three calls. */
async function takeOver({ shopId, caller, t }: JoinCall, team: Team, offer: TeamInvitation) {
  const next = team.members.find(({ id }) => id === offer.memberId);
  const former = team.members.find(({ role }) => role === 'owner');
  if (next?.personId !== caller.person || former === undefined) throw new Failure('not_found');
  for (const { personId, hostId, joinedAt, role } of [
    { ...next, role: 'owner' as const },
    { ...former, role: 'operator' as const },
  ]) {
    const person = await openPerson(t, personId);
    const seat = { role, hostId, joinedAt };
    await putPerson(t, { ...person, seats: { ...person.seats, [shopId]: seat } });
  }
  return handedOver(team, next.id);
}

/** Makes the caller the host of an invitation. One call, and those of {@link placed}. */
async function becomeHost(t: Transaction, person: PersonDoc, hostId: string): Promise<PersonDoc> {
  const host = await t.get('hosts', hostId);
  if (host === null || host.personId !== null) throw new Failure('not_found');
  const after = await placed(t, person, host);
  await t.update('hosts', hostId, { personId: person._id });
  return after;
}

/** Adds the caller to a team; a member who becomes a host too keeps their role. At most four calls. */
async function join({ shopId, caller, t }: JoinCall, team: Team, invited: TeamInvitation) {
  const { person: personId, now: joinedAt } = caller;
  const { role, name, hostId } = invited;
  const member = memberOf(team, personId);
  // A person has one role in a store.
  if (member !== null && hostId === null) throw limitReached(1);
  if (member === null && role !== 'host' && isFull(team)) throw limitReached(MAX_MEMBERS);
  const before = await openPerson(t, personId);
  const person = hostId === null ? before : await becomeHost(t, before, hostId);
  const kept = member ?? { role, joinedAt };
  const seat = { role: kept.role, hostId, joinedAt: kept.joinedAt };
  await putPerson(t, seated(person, shopId, seat));
  if (member !== null) return withMember(team, { ...member, hostId });
  return withJoined(team, { personId, role, name, hostId, joinedAt });
}

/**
 * Joins the store of an invitation, or takes over the one that was offered. The code is void from then
 * on: of two people who use it at once, one is refused.
 */
export const endpoint = personWrite(
  teamJoin,
  {},
  async ({ input: { shopId, code }, caller, t }) => {
    const { now: at } = caller;
    const team = await t.get('teams', shopId);
    const invitation = team === null ? null : openInvitation(team, code, at);
    if (team === null || invitation === null) throw new Failure('not_found');
    const call = { shopId, caller, t };
    const isOffer = invitation.memberId !== null;
    const joined = await (isOffer ? takeOver : join)(call, team, invitation);
    const { name, role } = invitation;
    const line = { at, step: isOffer ? 'handed_over' : 'joined', by: name, name, role } as const;
    const open = withoutEnded(joined, at, ({ id }) => id === invitation.id);
    await putTeam(t, shopId, withLine(open, line));
    const yours = memberOf(joined, caller.person)?.role ?? role;
    return { shopId, data: { shopId, role: yours } };
  },
);
