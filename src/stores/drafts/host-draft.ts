import { hostAdd } from '../../contract/host';
import type { ShopStore } from '../shop-store';
import type { DraftDevice } from '../store-context';
import { Draft } from './draft';
import type { FieldsOf } from './typed';

/** A host being added. */
export type HostDraft = Draft<'host.add'>;

/** The empty form of a host. */
export function emptyHost(shopId: string): FieldsOf<'host.add'> {
  return { shopId, name: '', account: { platform: null, name: '' } };
}

/** An empty form, or the unsent host. */
export function createHostDraft(
  device: DraftDevice,
  shops: Pick<ShopStore, 'addHost'>,
  shopId: string,
): HostDraft {
  return new Draft(device, hostAdd, {
    name: `host/${shopId}`,
    initial: emptyHost(shopId),
    // No platform is chosen for a host without an account of their own.
    toInput: (fields) => ({
      ...fields,
      account: fields.account.platform === null ? null : fields.account,
    }),
    send: (input, requestKey) => shops.addHost(input, requestKey),
  });
}
