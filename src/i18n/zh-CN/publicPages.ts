/** Words of the public store and session pages. */
export const publicPages = {};
