import Taro from '@tarojs/taro';

import type { Drawing } from '../domain/drawing/commands';
import { drawOn, type Pen } from './draw';
import type { CanvasPort } from './types';

const ELEMENT_ID = 'share-canvas';

/** A canvas of type 2d, as WeChat gives it to the program. */
interface CanvasNode extends Taro.Canvas {
  getContext(kind: '2d'): Pen;
}

/** How often the canvas is looked for: a slow phone may put it on the screen later than it is asked for. */
const TRIES = 5;
const PAUSE_MS = 200;

/** The canvas of the shown page; undefined while it has none. */
function findCanvas(): Promise<CanvasNode | undefined> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${ELEMENT_ID}`)
      .fields({ node: true })
      .exec(([found]: ({ node?: CanvasNode } | null)[]) => resolve(found?.node));
  });
}

async function awaitCanvas(): Promise<CanvasNode | undefined> {
  for (let tries = 1; tries < TRIES; tries += 1) {
    const canvas = await findCanvas();
    if (canvas) return canvas;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return findCanvas();
}

async function drawInPage(drawing: Drawing): Promise<string | null> {
  const { width, height } = drawing;
  try {
    const canvas = await awaitCanvas();
    if (!canvas) return null;
    Object.assign(canvas, { width, height });
    drawOn(canvas.getContext('2d'), drawing);
    const picture = await Taro.canvasToTempFilePath({
      canvas,
      width,
      height,
      destWidth: width,
      destHeight: height,
      fileType: 'png',
    });
    return picture.tempFilePath;
  } catch {
    return null;
  }
}

/**
 * Draws on a canvas of the shown page, out of sight: WeChat documents no file of a canvas that is on
 * no page, and iPhones refuse it. One drawing at a time, because the next would clear the canvas.
 */
export function createCanvas(): CanvasPort {
  let last: Promise<unknown> = Promise.resolve();
  return {
    elementId: ELEMENT_ID,
    draw(drawing) {
      const drawn = last.then(() => drawInPage(drawing));
      last = drawn;
      return drawn;
    },
  };
}
