import { Failure } from '../../src/contract/failure';
import { hostInvited } from '../repositories/shops';
import type { Handler } from './handler';

/** What an invitation is for. Whoever holds the code may look; an ended one is nobody's any more. */
export const hostInvitation: Handler<'host.invitation'> = async ({ code }, { now }) => {
  const invited = await hostInvited(code);
  const endsAt = invited?.host.inviteEndsAt ?? null;
  if (invited === null || endsAt === null || endsAt < now) throw new Failure('not_found');
  const { host, shop } = invited;
  const { isSharingSums } = host;
  return { data: { shopName: shop.name, hostName: host.name, isSharingSums, endsAt } };
};
