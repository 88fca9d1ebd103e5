import type { Entry } from './types';

/** Scene of the single page of Moments. */
export const SINGLE_PAGE = 1154;

/**
 * Whether Moments opened one page alone: nobody is identified, nothing leads away from it, there is
 * no tab bar, and its storage is not the program's
 * (WX:miniprogram/dev/framework/open-ability/share-timeline.md).
 */
export const isSinglePage = ({ scene }: Entry): boolean => scene === SINGLE_PAGE;
