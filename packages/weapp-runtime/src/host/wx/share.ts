import type { Host } from '../host';
import { wxCall } from './call';

/** The entries of the share menu, which a page can hide. */
export function share(host: Host): Record<string, unknown> {
  const show = (isShown: boolean) => () => {
    host.stack.top.isShareMenuShown = isShown;
  };
  return {
    showShareMenu: wxCall('showShareMenu', show(true), host.guard),
    hideShareMenu: wxCall('hideShareMenu', show(false), host.guard),
  };
}
