import type { Host } from '../host';
import { textOf, wxCall } from './call';
import { askForPrivacy } from './privacy';

const TOAST_MS = 1500;

/**
 * The clipboard. WeChat lists reading as a private interface. Whether writing is one is not
 * documented, so both ask for consent here: a program must handle a refusal of either.
 */
export function clipboard(host: Host): Record<string, unknown> {
  return {
    setClipboardData: wxCall(
      'setClipboardData',
      async ({ data }) => {
        await askForPrivacy(host);
        host.device.clipboard = textOf(data);
        host.screen.showToast('内容已复制', TOAST_MS, host.window);
      },
      host.guard,
    ),
    getClipboardData: wxCall(
      'getClipboardData',
      async () => {
        await askForPrivacy(host);
        return { data: host.device.clipboard };
      },
      host.guard,
    ),
  };
}
