import Taro from '@tarojs/taro';

import { drawOn, type Pen } from './draw';
import type { CanvasPort } from './types';

/** Draws off screen. An engine that cannot leaves the picture out: WeChat then takes a screenshot. */
export function createCanvas(): CanvasPort {
  return {
    async draw(drawing) {
      const { width, height } = drawing;
      try {
        const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height });
        drawOn(canvas.getContext('2d') as Pen, drawing);
        const picture = await Taro.canvasToTempFilePath({
          // Taro's type knows only canvases on a page; WeChat takes an off-screen one as well.
          canvas: canvas as unknown as Taro.Canvas,
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
    },
  };
}
