import { Failure } from '../../../src/contract/failure';
import { hostShare } from '../../../src/contract/host';
import { write } from '../../endpoint/write';
import { presentHost } from '../../presenters/shops';

/** Sets whether a host sees what they sold over all stores that agree. */
export const endpoint = write(hostShare, { needs: 'shop.edit' }, async ({ input, caller, t }) => {
  const { hostId, isSharingSums } = input;
  const host = await t.get('hosts', hostId);
  if (host === null) throw new Failure('not_found');
  await t.update('hosts', hostId, { isSharingSums });
  return { data: { host: presentHost({ ...host, isSharingSums }, caller.sight) } };
});
