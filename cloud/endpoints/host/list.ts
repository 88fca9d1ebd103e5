import { hostList } from '../../../src/contract/host';
import { read } from '../../endpoint/read';
import { presentHost } from '../../presenters/shops';
import { hostPage } from '../../repositories/hosts';

/** A page of the hosts of a store. */
export const endpoint = read(hostList, { needs: 'session.read' }, async ({ input }) => {
  const { items, cursor } = await hostPage(input.shopId, input.cursor);
  return { hosts: items.map(presentHost), cursor };
});
