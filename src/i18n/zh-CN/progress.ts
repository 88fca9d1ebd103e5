/** Words of the progress screen. */
export const progress = {};
