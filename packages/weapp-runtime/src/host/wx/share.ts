import type { Host } from '../host';
import { textOf, wxCall, WxFailure } from './call';
import { listenForTaps, NO_TAP } from './taps';

/** The entries of the share menu, which a page can hide, and sending a file into a chat. */
export function share(host: Host): Record<string, unknown> {
  const isTapping = listenForTaps(host);
  const sendFile = ({ filePath, fileName }: Readonly<Record<string, unknown>>): void => {
    if (!isTapping()) throw new WxFailure(NO_TAP);
    const path = textOf(filePath);
    const bytes = host.files.get(path);
    if (bytes === undefined) throw new WxFailure('file not found');
    host.device.sentFiles.push({ name: textOf(fileName) || path, bytes });
  };
  const show = (isShown: boolean) => () => {
    host.stack.top.isShareMenuShown = isShown;
  };
  return {
    showShareMenu: wxCall('showShareMenu', show(true), host.guard),
    shareFileMessage: wxCall('shareFileMessage', sendFile, host.guard),
    hideShareMenu: wxCall('hideShareMenu', show(false), host.guard),
  };
}
