import type { OutputOf } from '../../contract/endpoints';
import { hostAddInput } from '../../contract/host';
import type { Platform } from '../../domain/shop/platform';
import { Draft, type DraftPlan, type DraftPorts } from './draft';

/** A new host in the form; an account only when the host has one of their own. */
export interface HostFields {
  name: string;
  platform: Platform | null;
  accountName: string;
}

type Output = OutputOf<'host.add'>;

/** A host being added. */
export type HostDraft = Draft<HostFields, typeof hostAddInput, Output>;

/** An empty form, or what was typed and not sent. */
export function createHostDraft(
  ports: DraftPorts,
  shopId: string,
  send: DraftPlan<HostFields, typeof hostAddInput, Output>['send'],
): HostDraft {
  return new Draft<HostFields, typeof hostAddInput, Output>(ports, {
    name: `host/${shopId}`,
    initial: { name: '', platform: null, accountName: '' },
    schema: hostAddInput,
    toInput: ({ name, platform, accountName }) => ({
      shopId,
      name,
      account: platform === null ? null : { platform, name: accountName },
    }),
    send,
  });
}
