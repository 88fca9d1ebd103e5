import { Failure } from '../../../src/contract/failure';
import { teamLeave } from '../../../src/contract/team';
import { memberOf } from '../../../src/domain/shop/team';
import { personWrite } from '../../endpoint/write';
import { openPerson } from '../../repositories/people';
import { takeOut } from './take-out';

/** Leaves a store. An owner hands it over first: a store always has one. */
export const endpoint = personWrite(teamLeave, {}, async ({ input: { shopId }, caller, t }) => {
  const team = await t.get('teams', shopId);
  const member = team === null ? null : memberOf(team, caller.person);
  if (team === null || member === null) {
    const isOwner = (await openPerson(t, caller.person)).seats[shopId]?.role === 'owner';
    throw new Failure(isOwner ? 'not_allowed' : 'not_found');
  }
  if (member.role === 'owner') throw new Failure('not_allowed');
  await takeOut({ shopId, caller, t }, team, member, { step: 'left', name: member.name });
  return { shopId, data: { shopId } };
});
