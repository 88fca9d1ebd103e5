import type { Host } from '../host';
import { textOf, wxCall } from './call';
import { askForPrivacy } from './privacy';

const TOAST_MS = 1500;

/**
 * The clipboard. Reading is in WeChat's list of private interfaces; whether writing is, is not
 * established, so both ask here: a program must bear a refusal of either.
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
