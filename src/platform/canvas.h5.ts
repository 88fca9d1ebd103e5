import { drawOn } from './draw';
import type { CanvasPort } from './types';

/** Draws on a canvas that is not part of the page. */
export function createCanvas(): CanvasPort {
  return {
    elementId: null,
    draw(drawing) {
      const canvas = document.createElement('canvas');
      canvas.width = drawing.width;
      canvas.height = drawing.height;
      const pen = canvas.getContext('2d');
      if (!pen) return Promise.resolve(null);
      drawOn(pen, drawing);
      return Promise.resolve(canvas.toDataURL('image/png'));
    },
  };
}
