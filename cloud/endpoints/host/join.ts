import { Failure, limitReached } from '../../../src/contract/failure';
import { hostJoin } from '../../../src/contract/host';
import { isOpen, NO_INVITATION } from '../../../src/domain/shop/invitation';
import { MAX_HOST_SHOPS } from '../../../src/domain/shop/shop';
import { personWrite } from '../../endpoint/write';
import { hostInvited, hostsOfPerson } from '../../repositories/hosts';

/**
 * Makes the caller the host of an invitation. The code is void from then on: of two people who use
 * it at once, one is refused.
 */
export const endpoint = personWrite(
  hostJoin,
  {
    before: async ({ input, caller }) => ({
      invited: await hostInvited(input.code),
      places: await hostsOfPerson(caller.person),
    }),
  },
  async ({ input, caller, t, prepared: { invited, places } }) => {
    if (invited === null) throw new Failure('not_found');
    const host = await t.get('hosts', invited.host._id);
    const isInvited = host?.inviteCode === input.code && isOpen(host, caller.now);
    if (!isInvited || host.personId !== null) throw new Failure('not_found');
    if (places.length >= MAX_HOST_SHOPS) throw limitReached(MAX_HOST_SHOPS);
    const { shopId } = host;
    // Two hosts of one store would count the same person twice on its ladder.
    if (places.some((place) => place.shop._id === shopId)) throw limitReached(1);
    await t.update('hosts', host._id, { personId: caller.person, ...NO_INVITATION });
    return { shopId, data: { shopName: invited.shop.name, hostName: host.name } };
  },
);
