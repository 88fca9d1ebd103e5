import type { publicPages as zh } from '../zh-CN/publicPages';

/** Words of the public store and session pages. */
export const publicPages: typeof zh = {};
