import type { Host } from '../host';
import { textOf, wxCall, WxFailure } from './call';

/** Whether a tap is being handled: WeChat lets a program share from a tap only. */
function listenForTaps(host: Host): () => boolean {
  let isTapping = false;
  const begin = (): void => {
    isTapping = true;
    setTimeout(() => {
      isTapping = false;
    });
  };
  host.screen.pages.addEventListener('click', begin, { capture: true });
  return () => isTapping;
}

/** The entries of the share menu, which a page can hide, and sending a file into a chat. */
export function share(host: Host): Record<string, unknown> {
  const isTapping = listenForTaps(host);
  const sendFile = ({ filePath, fileName }: Readonly<Record<string, unknown>>): void => {
    if (!isTapping()) throw new WxFailure('can only be invoked by user TAP gesture.');
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
