import { Failure } from '../../src/contract/failure';
import { can } from '../access/capabilities';
import { writeOnce } from '../repositories/changes';
import { shopOf } from '../repositories/ids';
import { seatOf } from '../repositories/shops';
import { type Handler, intend } from './handler';

/** Nobody is this host any more: said by the store, or by the linked person. What is recorded stays. */
export const hostUnlink: Handler<'host.unlink'> = async (input, caller) => {
  const { hostId } = input;
  const shopId = shopOf(hostId);
  const seat = await seatOf(shopId, caller.person);
  const isOfStore = seat !== null && can(seat.membership.role, 'shop.edit');
  return writeOnce(intend('host.unlink', input, caller), async (t) => {
    const host = await t.get('hosts', hostId);
    if (host === null || !(isOfStore || host.personId === caller.person)) {
      throw new Failure('not_found');
    }
    await t.update('hosts', hostId, { personId: null, inviteCode: null, inviteEndsAt: null });
    return { shopId, data: { hostId } };
  });
};
