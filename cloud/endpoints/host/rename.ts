import { refuseIfAny } from '../../../src/contract/failure';
import { hostRename } from '../../../src/contract/host';
import { isSelfHostId } from '../../../src/domain/shop/ids';
import { newNamesOfPublicBodies } from '../../../src/domain/shop/problems';
import { holdBack } from '../../../src/domain/words/waiting';
import { write } from '../../endpoint/write';
import { presentHost } from '../../presenters/shops';
import { hostAtVersion, renameHost } from '../../repositories/hosts';
import { openStorefront } from '../../repositories/storefronts';

/** Renames a host. The store's name is read here, so that a store renamed at the same moment counts. */
export const endpoint = write(
  hostRename,
  {
    needs: 'shop.edit',
    host: ({ hostId }) => hostId,
    words: { fields: ['name'], subject: ({ host }) => host.id },
  },
  async ({ input, caller, shop, t, words }) => {
    const { hostId, version, name } = input;
    const host = await hostAtVersion(t, hostId, version);
    refuseIfAny(newNamesOfPublicBodies([['name', name]], [host.name]));
    const { card } = await openStorefront(t, shop._id);
    const followsShop = isSelfHostId(hostId) && name === card.name;
    const after = holdBack('host', { ...host, name, followsShop }, host, words.held);
    const renamed = await renameHost(t, host, after);
    return { data: { host: presentHost(renamed, caller.sight) } };
  },
);
