import type { Host } from '../host';
import { wxCall } from './call';

/** The menu's entries; which of them show follows from the page's hooks. */
export function share(host: Host): Record<string, unknown> {
  return {
    showShareMenu: wxCall('showShareMenu', () => undefined, host.guard),
    hideShareMenu: wxCall('hideShareMenu', () => undefined, host.guard),
  };
}
