import { createContext } from 'react';

/** On narrower screens, px, rows and labels take more lines. */
const ONE_LINE_FROM_PX = 340;
/** Larger type takes more lines too. */
const ONE_LINE_TO_SCALE = 1.2;

/** What the device says of its screen. */
export interface Screen {
  /** Whether rows and labels take more lines. */
  readonly isNarrow: boolean;
  /** How much larger the person has set the type; 1 is as designed. */
  readonly typeScale: number;
}

/** A screen of this width, px, with type of this scale. */
export function screenOf(widthPx: number, typeScale = 1): Screen {
  return { isNarrow: widthPx < ONE_LINE_FROM_PX || typeScale > ONE_LINE_TO_SCALE, typeScale };
}

/** The screen; the composition root knows the device. */
export const ScreenContext = createContext<Screen>({ isNarrow: false, typeScale: 1 });
