import { CanvasNode, type WxCanvas } from '../builtin/canvas';
import type { Host } from '../host';
import { wxCall, WxFailure } from './call';
import { keepTemporary } from './files';

function bytesOf(dataUrl: string): Uint8Array {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Whether a canvas stands on a page of the program. */
function isOnPage(host: Host, canvas: unknown): boolean {
  const all = host.screen.pages.querySelectorAll<WxCanvas>('wx-canvas');
  return Array.from(all).some(({ node }) => node !== null && node === canvas);
}

/**
 * Canvases off screen, and pictures of those on a page as temporary files. WeChat documents no file
 * of an off-screen canvas, and iPhones are reported to refuse it in these words.
 */
export function canvas(host: Host): Record<string, unknown> {
  const createOffscreenCanvas = (size: { width: number; height: number }): CanvasNode => {
    const created = new CanvasNode(host.window.document.createElement('canvas'));
    return Object.assign(created, { width: size.width, height: size.height });
  };
  const toFile = ({ canvas: node }: Readonly<Record<string, unknown>>): object => {
    if (host.options.canDraw === false || !isOnPage(host, node))
      throw new WxFailure('invalid viewId');
    return { tempFilePath: keepTemporary(host, bytesOf((node as CanvasNode).toDataURL()), 'png') };
  };
  return {
    createOffscreenCanvas,
    canvasToTempFilePath: wxCall('canvasToTempFilePath', toFile, host.guard),
  };
}
