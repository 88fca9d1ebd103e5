import type { sessions as zh } from '../zh-CN/sessions';

/** Words of the list of sessions. */
export const sessions: typeof zh = {};
