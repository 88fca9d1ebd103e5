import { Canvas } from '@tarojs/components';

import { CARD_HEIGHT, CARD_WIDTH } from '../../domain/share-card';

/** Props of {@link ShareCanvas}. */
export interface ShareCanvasProps {
  /** null where pictures are drawn without it. */
  id: string | null;
}

/** Beside the screen, and not hidden: WeChat draws nothing on a canvas without a place. */
const OUT_OF_SIGHT = {
  position: 'fixed',
  left: '-2000px',
  top: '0',
  width: `${CARD_WIDTH}px`,
  height: `${CARD_HEIGHT}px`,
} as const;

/** The canvas on which the card of a page is drawn; every page with a card has one. */
export function ShareCanvas({ id }: ShareCanvasProps) {
  return id === null ? null : <Canvas type="2d" id={id} style={OUT_OF_SIGHT} />;
}
