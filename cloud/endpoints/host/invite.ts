import { Failure } from '../../../src/contract/failure';
import { hostInvite } from '../../../src/contract/host';
import {
  invitationEnd,
  NO_INVITATION,
  secondsUntilTomorrow,
  withInvitation,
} from '../../../src/domain/shop/invitation';
import { write } from '../../endpoint/write';
import { presentHost } from '../../presenters/shops';
import { newInviteCode } from '../../repositories/ids';

/** Sets whether a host sees what they sold; invites the person when no one is linked yet. */
export const endpoint = write(hostInvite, { needs: 'shop.edit' }, async ({ input, caller, t }) => {
  const { shopId, hostId, isSharingSums } = input;
  const host = await t.get('hosts', hostId);
  if (host?.shopId !== shopId) throw new Failure('not_found');
  if (host.personId !== null) {
    const changes = { isSharingSums, ...NO_INVITATION };
    await t.update('hosts', hostId, changes);
    return { data: { host: presentHost({ ...host, ...changes }), invitation: null } };
  }
  const counted = withInvitation(host, caller.now);
  if (counted === null) {
    const retryAfter = secondsUntilTomorrow(caller.now);
    throw new Failure('too_many_requests', { info: { retryAfter } });
  }
  const invitation = { code: newInviteCode(caller), endsAt: invitationEnd(caller.now) };
  const changes = {
    isSharingSums,
    inviteCode: invitation.code,
    inviteEndsAt: invitation.endsAt,
    ...counted,
  };
  await t.update('hosts', hostId, changes);
  return { data: { host: presentHost({ ...host, ...changes }), invitation } };
});
