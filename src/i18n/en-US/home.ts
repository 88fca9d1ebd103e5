import type { home as zh } from '../zh-CN/home';

/** Words of the home screen. */
export const home: typeof zh = {};
