import type { Entry } from './types';

/** Scene of the single page of Moments. */
export const SINGLE_PAGE = 1154;

/**
 * Whether Moments opened one page alone: the caller is anonymous, there is no navigation and no
 * tab bar, and the storage is separate from the program's
 * (WX:miniprogram/dev/framework/open-ability/share-timeline.md).
 */
export const isSinglePage = ({ scene }: Entry): boolean => scene === SINGLE_PAGE;
