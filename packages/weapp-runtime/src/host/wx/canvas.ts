import type { Host } from '../host';
import { wxCall, WxFailure } from './call';
import { keepTemporary } from './files';

/** The canvas element by the object that the program holds. */
const elements = new WeakMap<object, HTMLCanvasElement>();

/** A drawing context without effect, for a window that cannot draw. */
function contextWithoutEffect(): object {
  return new Proxy(
    {},
    {
      get: (_context, name) =>
        name === 'measureText'
          ? (text: string) => ({ width: text.length * 10 })
          : () => ({ addColorStop: () => undefined }),
      set: () => true,
    },
  );
}

function bytesOf(dataUrl: string): Uint8Array {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** Canvases off screen, and pictures of them as temporary files. */
export function canvas(host: Host): Record<string, unknown> {
  const { document } = host.window;
  const canDraw = 'OffscreenCanvas' in host.window;
  const createOffscreenCanvas = ({ width, height }: { width: number; height: number }): object => {
    const element = document.createElement('canvas');
    Object.assign(element, { width, height });
    const handle = {
      width,
      height,
      getContext: () => (canDraw ? element.getContext('2d') : contextWithoutEffect()),
    };
    elements.set(handle, element);
    return handle;
  };
  const toFile = ({ canvas: handle }: Readonly<Record<string, unknown>>): object => {
    const element = elements.get(handle as object);
    if (!element) throw new WxFailure('canvas is not there');
    const url = canDraw ? element.toDataURL('image/png') : 'data:image/png;base64,';
    return { tempFilePath: keepTemporary(host, bytesOf(url), 'png') };
  };
  return {
    createOffscreenCanvas,
    canvasToTempFilePath: wxCall('canvasToTempFilePath', toFile, host.guard),
  };
}
