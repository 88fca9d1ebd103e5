import { Failure, invalidInput, limitReached } from '../../../src/contract/failure';
import { teamChangeRole } from '../../../src/contract/team';
import {
  canBecome,
  isFull,
  MAX_MEMBERS,
  withLine,
  withMember,
} from '../../../src/domain/shop/team';
import { write } from '../../endpoint/write';
import { presentTeam } from '../../presenters/teams';
import { openPerson, putPerson } from '../../repositories/people';
import { openOwnTeam, putTeam } from '../../repositories/teams';

/** Gives a member another role, from their next call on. */
export const endpoint = write(
  teamChangeRole,
  { needs: 'shop.edit' },
  async ({ input: { shopId, memberId, role }, caller, t }) => {
    const { team, owner } = await openOwnTeam(t, shopId, caller.person);
    const member = team.members.find(({ id }) => id === memberId);
    if (member === undefined) throw new Failure('not_found');
    if (!canBecome(member, role)) throw invalidInput({ role: 'not_a_choice' });
    if (member.role === role) return { data: { team: presentTeam(team, caller) } };
    if (member.role === 'host' && isFull(team)) throw limitReached(MAX_MEMBERS);
    const { personId, name, hostId, joinedAt } = member;
    const person = await openPerson(t, personId);
    const seat = { role, hostId, joinedAt };
    await putPerson(t, { ...person, seats: { ...person.seats, [shopId]: seat } });
    const line = { at: caller.now, step: 'role_changed', by: owner.name, name, role } as const;
    const after = withLine(withMember(team, { ...member, role }), line);
    await putTeam(t, shopId, after);
    return { data: { team: presentTeam(after, caller) } };
  },
);
