import { hostList } from '../../../src/contract/host';
import { read } from '../../endpoint/read';
import { presentHost } from '../../presenters/shops';
import { hostsOf } from '../../repositories/hosts';

/** All hosts of a store. */
export const endpoint = read(hostList, { needs: 'session.read' }, async ({ input }) => {
  const hosts = await hostsOf([input.shopId]);
  return { hosts: hosts.map(presentHost) };
});
