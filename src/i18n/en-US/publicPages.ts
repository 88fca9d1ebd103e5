import type { publicPages as zh } from '../zh-CN/publicPages';

/** Words of public sessions that the tabs need too. */
export const publicPages: typeof zh = {
  aiShort: 'AI presenter',
  phaseSentence: {
    should_be_on_air: 'Should be on air by its plan',
    on_air: 'On air now',
    paused: (since) => `Paused since ${since}`,
    over: 'This session is over',
    cancelled: 'This session was cancelled',
  },
  goHome: 'Go to home',
};
