import { Failure, invalidInput } from '../../../src/contract/failure';
import { teamOffer } from '../../../src/contract/team';
import { write } from '../../endpoint/write';
import { openOwnTeam } from '../../repositories/teams';
import { makeInvitation, withCode } from './made';

/** Offers the store to a member. Nothing changes until that person accepts. */
export const endpoint = write(
  teamOffer,
  { needs: 'shop.edit', after: async (_call, answer) => withCode(answer) },
  async ({ input: { shopId, memberId }, caller, t }) => {
    const own = await openOwnTeam(t, shopId, caller.person);
    const member = own.team.members.find(({ id }) => id === memberId);
    if (member === undefined) throw new Failure('not_found');
    const { role, name } = member;
    if (role === 'owner') throw invalidInput({ memberId: 'not_a_choice' });
    const offered = { role: 'owner', name, hostId: null, memberId } as const;
    return makeInvitation(
      { shopId, caller, t },
      own,
      offered,
      (earlier) => earlier.role === 'owner',
    );
  },
);
