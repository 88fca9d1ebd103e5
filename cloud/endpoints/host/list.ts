import { hostList } from '../../../src/contract/host';
import { read } from '../../endpoint/read';
import { presentHost } from '../../presenters/shops';
import { hostPage } from '../../repositories/hosts';

/** A page of the hosts of a store. */
export const endpoint = read(hostList, { needs: 'session.read' }, async ({ input, caller }) => {
  const { items, cursor } = await hostPage(input.shopId, input.cursor);
  return { hosts: items.map((host) => presentHost(host, caller.sight)), cursor };
});
