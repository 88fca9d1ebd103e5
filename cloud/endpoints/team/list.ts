import { teamList } from '../../../src/contract/team';
import { newTeam } from '../../../src/domain/shop/team';
import { read } from '../../endpoint/read';
import { presentTeam } from '../../presenters/teams';
import { teamOf } from '../../repositories/teams';

/** The people of a store, open invitations, and what happened; for the owner. */
export const endpoint = read(teamList, { needs: 'shop.edit' }, async ({ input, caller, shop }) => {
  const team = await teamOf(input.shopId);
  const owner = { personId: caller.person, joinedAt: shop.registeredAt };
  return { team: presentTeam(team ?? newTeam(owner), caller) };
});
