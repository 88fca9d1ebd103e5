import { Failure } from '../../../src/contract/failure';
import { hostJoin } from '../../../src/contract/host';
import { isOpen, NO_INVITATION } from '../../../src/domain/shop/invitation';
import { personWrite } from '../../endpoint/write';
import { openPerson, takePlace } from '../../repositories/people';

/**
 * Makes the caller the host of an invitation. The code is void from then on: of two people who use
 * it at once, one is refused.
 */
export const endpoint = personWrite(
  hostJoin,
  {},
  async ({ input: { hostId, code }, caller: { person, now }, t }) => {
    const host = await t.get('hosts', hostId);
    if (host === null || host.inviteCode !== code || !isOpen(host, now) || host.personId !== null) {
      throw new Failure('not_found');
    }
    await takePlace(t, await openPerson(t, person), host);
    await t.update('hosts', hostId, { personId: person, ...NO_INVITATION });
    return { shopId: host.shopId, data: { hostName: host.name } };
  },
);
