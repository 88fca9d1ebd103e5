import { Failure } from '../../../src/contract/failure';
import { hostUnlink } from '../../../src/contract/host';
import { NO_INVITATION } from '../../../src/domain/shop/invitation';
import { can } from '../../access/capabilities';
import { personWrite } from '../../endpoint/write';
import { openPerson } from '../../repositories/people';

/**
 * Unlinks the person from a host. The store may do it and so may the person, who needs no role in
 * the store. Records stay.
 */
export const endpoint = personWrite(hostUnlink, {}, async ({ input: { hostId }, caller, t }) => {
  const host = await t.get('hosts', hostId);
  if (host === null) throw new Failure('not_found');
  const { shopId, personId } = host;
  if (personId !== caller.person) {
    const seat = (await openPerson(t, caller.person)).seats[shopId];
    if (seat === undefined || !can(seat.role, 'shop.edit')) throw new Failure('not_found');
  }
  await t.update('hosts', hostId, { personId: null, ...NO_INVITATION });
  return { shopId, data: { hostId } };
});
