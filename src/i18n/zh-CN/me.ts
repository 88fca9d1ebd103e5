/** Words of the Me screen. */
export const me = {};
