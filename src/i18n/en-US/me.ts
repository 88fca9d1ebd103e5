import type { me as zh } from '../zh-CN/me';

/** Words of the Me screen. */
export const me: typeof zh = {};
