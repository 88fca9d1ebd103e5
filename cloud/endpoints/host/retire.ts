import { invalidInput } from '../../../src/contract/failure';
import { hostRetire } from '../../../src/contract/host';
import { isSelfHostId } from '../../../src/domain/shop/ids';
import { write } from '../../endpoint/write';
import { presentHost } from '../../presenters/shops';
import { hostAtVersion } from '../../repositories/hosts';

/** Notes that a host has left, or is back. The streamer of a streamer's own store does not leave it. */
export const endpoint = write(hostRetire, { needs: 'shop.edit' }, async ({ input, t }) => {
  const { hostId, isRetired } = input;
  if (isSelfHostId(hostId)) throw invalidInput({ hostId: 'not_a_choice' });
  const host = await hostAtVersion(t, hostId, input.version);
  const changed = { isRetired, version: host.version + 1 };
  await t.update('hosts', hostId, changed);
  return { data: { host: presentHost({ ...host, ...changed }) } };
});
