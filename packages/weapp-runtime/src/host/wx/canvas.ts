import type { Host } from '../host';
import { wxCall, WxFailure } from './call';
import { keepTemporary } from './files';

interface DrawnCanvas {
  readonly element: HTMLCanvasElement;
}

/** Canvases handed to the program, by the object it holds. */
const drawn = new WeakMap<object, DrawnCanvas>();

/** In a window that cannot draw, every stroke is taken and leaves nothing. */
function silentPen(): object {
  return new Proxy(
    {},
    {
      get: (_pen, name) =>
        name === 'measureText'
          ? (text: string) => ({ width: text.length * 10 })
          : () => ({ addColorStop: () => undefined }),
      set: () => true,
    },
  );
}

function bytesOf(dataUrl: string): Uint8Array {
  const text = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** Drawing off screen, and the picture of it as a temporary file. */
export function canvas(host: Host): Record<string, unknown> {
  const { document } = host.window;
  const canDraw = 'OffscreenCanvas' in host.window;
  const createOffscreenCanvas = ({ width, height }: { width: number; height: number }): object => {
    const element = document.createElement('canvas');
    Object.assign(element, { width, height });
    const given = {
      width,
      height,
      getContext: () => (canDraw ? element.getContext('2d') : silentPen()),
    };
    drawn.set(given, { element });
    return given;
  };
  const toFile = ({ canvas: given }: Readonly<Record<string, unknown>>): object => {
    const found = drawn.get(given as object);
    if (!found) throw new WxFailure('canvas is not there');
    const url = canDraw ? found.element.toDataURL('image/png') : 'data:image/png;base64,';
    return { tempFilePath: keepTemporary(host, bytesOf(url), 'png') };
  };
  return {
    createOffscreenCanvas,
    canvasToTempFilePath: wxCall('canvasToTempFilePath', toFile, host.guard),
  };
}
