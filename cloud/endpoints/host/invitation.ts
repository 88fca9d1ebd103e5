import { Failure } from '../../../src/contract/failure';
import { hostInvitation } from '../../../src/contract/host';
import { isOpen } from '../../../src/domain/shop/invitation';
import { personRead } from '../../endpoint/read';
import { hostInvited } from '../../repositories/hosts';

/** Which host an invitation is for. Anyone who holds the code may look while it is open. */
export const endpoint = personRead(hostInvitation, async ({ input, caller }) => {
  const invited = await hostInvited(input.code);
  if (invited === null || !isOpen(invited.host, caller.now)) throw new Failure('not_found');
  const { host, shop } = invited;
  return {
    hostId: host._id,
    shopName: shop.name,
    hostName: host.name,
    isSharingSums: host.isSharingSums,
    endsAt: host.inviteEndsAt,
  };
});
