import { createContext } from 'react';

/** On narrower screens, px, rows and labels take more lines. */
const ONE_LINE_FROM_PX = 340;
/** Larger type takes more lines too. */
const ONE_LINE_TO_SCALE = 1.2;

/** Type grows so far at most, and is never smaller than designed: notes have 12 px. */
const TYPE_SCALE = { from: 1, to: 1.4 };

/** What the device says of its screen. */
export interface Screen {
  /** Whether rows and labels take more lines. */
  readonly isNarrow: boolean;
  /** How much larger than designed the type is, 1 to 1.4. */
  readonly typeScale: number;
}

/**
 * A screen of this width, px.
 * @param fontScale how much larger the person has set the type; 1 is the standard
 */
export function screenOf(widthPx: number, fontScale = 1): Screen {
  const typeScale = Math.min(TYPE_SCALE.to, Math.max(TYPE_SCALE.from, fontScale));
  return { isNarrow: widthPx < ONE_LINE_FROM_PX || typeScale > ONE_LINE_TO_SCALE, typeScale };
}

/** The screen; the composition root knows the device. */
export const ScreenContext = createContext<Screen>({ isNarrow: false, typeScale: 1 });
