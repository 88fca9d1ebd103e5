import type { progress as zh } from '../zh-CN/progress';

/** Words of the progress screen. */
export const progress: typeof zh = {};
