import { createContext } from 'react';

/** On narrower screens, px, the labels at the side take two lines. */
export const ONE_LINE_FROM_PX = 340;

/** Whether the screen is narrow; the composition root knows the device. */
export const NarrowScreen = createContext(false);
