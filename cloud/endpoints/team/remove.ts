import { Failure, invalidInput } from '../../../src/contract/failure';
import { teamRemove } from '../../../src/contract/team';
import { write } from '../../endpoint/write';
import { presentTeam } from '../../presenters/teams';
import { openOwnTeam } from '../../repositories/teams';
import { takeOut } from './take-out';

/** Removes a member. Their next call is refused. */
export const endpoint = write(
  teamRemove,
  { needs: 'shop.edit' },
  async ({ input: { shopId, memberId }, caller, t }) => {
    const { team, owner } = await openOwnTeam(t, shopId, caller.person);
    const member = team.members.find(({ id }) => id === memberId);
    if (member === undefined) throw new Failure('not_found');
    if (member.role === 'owner') throw invalidInput({ memberId: 'not_a_choice' });
    const by = { step: 'removed', name: owner.name } as const;
    const after = await takeOut({ shopId, caller, t }, team, member, by);
    return { data: { team: presentTeam(after, caller) } };
  },
);
