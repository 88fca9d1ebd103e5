import { Failure } from '../../src/contract/failure';
import { writeOnce } from '../repositories/changes';
import { MAX_PLACES, hostInvited, hostsOfPerson } from '../repositories/shops';
import { type Handler, intend } from './handler';

/**
 * The caller becomes the host they were invited to be. The code is void from then on: of two people
 * who use it at once, one is refused.
 */
export const hostJoin: Handler<'host.join'> = async (input, caller) => {
  const { person, now } = caller;
  const invited = await hostInvited(input.code);
  const places = await hostsOfPerson(person);
  return writeOnce(intend('host.join', input, caller), async (t) => {
    if (invited === null) throw new Failure('not_found');
    const host = await t.get('hosts', invited.host._id);
    const isOpen = host?.inviteCode === input.code && (host.inviteEndsAt ?? '') >= now;
    if (!isOpen || host.personId !== null) throw new Failure('not_found');
    if (places.length >= MAX_PLACES) {
      throw new Failure('limit_reached', { info: { limit: MAX_PLACES } });
    }
    const { shopId } = host;
    // Two hosts of one store would count the same person twice on its ladder.
    if (places.some((place) => place.shop._id === shopId)) {
      throw new Failure('limit_reached', { info: { limit: 1 } });
    }
    await t.update('hosts', host._id, { personId: person, inviteCode: null, inviteEndsAt: null });
    return { shopId, data: { shopName: invited.shop.name, hostName: host.name } };
  });
};
