import { presentHost } from '../presenters/shops';
import { hostsOf } from '../repositories/shops';
import { admit } from './admit';
import type { Handler } from './handler';

/** All hosts of a store. */
export const hostList: Handler<'host.list'> = async ({ shopId }, caller) => {
  await admit(shopId, caller, 'session.read');
  const hosts = await hostsOf([shopId]);
  return { data: { hosts: hosts.map(presentHost) } };
};
