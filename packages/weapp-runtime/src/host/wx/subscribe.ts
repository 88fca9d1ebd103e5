import type { Host } from '../host';
import { wxCall, WxFailure } from './call';

/** Templates in one request. */
const MAX_TEMPLATES = 3;

/** Asks for permission to send messages; the answers come from the device's state. */
export function subscribe(host: Host): Record<string, unknown> {
  return {
    requestSubscribeMessage: wxCall(
      'requestSubscribeMessage',
      ({ tmplIds }) => {
        const ids = tmplIds as string[];
        if (ids.length > MAX_TEMPLATES) throw new WxFailure('tmplIds length exceeds the limit');
        return Object.fromEntries(
          ids.map((id) => [id, host.device.subscriptions.get(id) ?? 'reject']),
        );
      },
      host.guard,
    ),
  };
}
