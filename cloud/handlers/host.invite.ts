import { Failure } from '../../src/contract/failure';
import { addMinutes } from '../../src/domain/time';
import { presentHost } from '../presenters/shops';
import { writeOnce } from '../repositories/changes';
import { inviteCodeFrom } from '../repositories/ids';
import { admit } from './admit';
import { type Handler, intend } from './handler';

/** A week: long enough for somebody who is on air every night, short for a code that went astray. */
const INVITATION_MINUTES = 7 * 24 * 60;

/** The store agrees, or not, that a host sees what they sold; who is not linked yet is invited. */
export const hostInvite: Handler<'host.invite'> = async (input, caller) => {
  const { shopId, hostId, isSharingSums } = input;
  await admit(shopId, caller, 'shop.edit');
  const code = inviteCodeFrom(caller.person, caller.requestKey);
  const endsAt = addMinutes(caller.now, INVITATION_MINUTES);
  return writeOnce(intend('host.invite', input, caller), async (t) => {
    const host = await t.get('hosts', hostId);
    if (host?.shopId !== shopId) throw new Failure('not_found');
    const isLinked = host.personId !== null;
    const invited = isLinked
      ? { inviteCode: null, inviteEndsAt: null }
      : { inviteCode: code, inviteEndsAt: endsAt };
    await t.update('hosts', hostId, { isSharingSums, ...invited });
    const data = {
      host: presentHost({ ...host, isSharingSums, ...invited }),
      invitation: isLinked ? null : { code, endsAt },
    };
    return { shopId, data };
  });
};
