import type { publicPages as zh } from '../zh-CN/publicPages';

/** Words of public sessions that the tabs need too. */
export const publicPages: typeof zh = {
  aiShort: 'AI presenter',
  phaseSentence: {
    paused: (since) => `Paused since ${since}`,
  },
  goHome: 'Go to home',
};
