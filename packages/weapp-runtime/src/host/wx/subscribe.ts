import type { Host } from '../host';
import { wxCall, WxFailure } from './call';

/** Templates WeChat takes in one request. */
const MOST = 3;

/** Asks whether messages may be sent; the device's answers stand in for the person. */
export function subscribe(host: Host): Record<string, unknown> {
  return {
    requestSubscribeMessage: wxCall(
      'requestSubscribeMessage',
      ({ tmplIds }) => {
        const ids = tmplIds as string[];
        if (ids.length > MOST) throw new WxFailure('tmplIds length exceeds the limit');
        return Object.fromEntries(
          ids.map((id) => [id, host.device.subscriptions.get(id) ?? 'reject']),
        );
      },
      host.guard,
    ),
  };
}
