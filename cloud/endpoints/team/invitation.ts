import { Failure } from '../../../src/contract/failure';
import { teamInvitation } from '../../../src/contract/team';
import { isOpen } from '../../../src/domain/shop/invitation';
import { memberOf } from '../../../src/domain/shop/team';
import { personRead } from '../../endpoint/read';
import { invitationByCode } from '../../repositories/teams';

/** What an invitation is for. An offer of the store is shown to the member whom it is for, only. */
export const endpoint = personRead(teamInvitation, async ({ input, caller }) => {
  const found = await invitationByCode(input.code);
  if (found === null || !isOpen(found.invitation, caller.now)) throw new Failure('not_found');
  const { team, shop, invitation } = found;
  const member = memberOf(team, caller.person);
  const { role, name, hostId, memberId, endsAt } = invitation;
  if (memberId !== null && memberId !== member?.id) throw new Failure('not_found');
  const yourRole = member?.role ?? null;
  return { shopId: shop._id, shopName: shop.name, role, name, hostId, yourRole, endsAt };
});
