import { Failure } from '../../../src/contract/failure';
import { hostUnlink } from '../../../src/contract/host';
import { shopIdOf } from '../../../src/domain/shop/ids';
import { NO_INVITATION } from '../../../src/domain/shop/invitation';
import { can } from '../../access/capabilities';
import { personWrite } from '../../endpoint/write';
import { seatOf } from '../../repositories/shops';

/**
 * Unlinks the person from a host. The store may do it and so may the person, who needs no role in
 * the store. Records stay.
 */
export const endpoint = personWrite(
  hostUnlink,
  {
    before: async ({ input, caller }) => {
      const seat = await seatOf(shopIdOf(input.hostId), caller.person);
      return { mayEdit: seat !== null && can(seat.membership.role, 'shop.edit') };
    },
  },
  async ({ input: { hostId }, caller, t, prepared: { mayEdit } }) => {
    const host = await t.get('hosts', hostId);
    if (host === null || !(mayEdit || host.personId === caller.person)) {
      throw new Failure('not_found');
    }
    await t.update('hosts', hostId, { personId: null, ...NO_INVITATION });
    return { shopId: shopIdOf(hostId), data: { hostId } };
  },
);
