/**
 * Days after a sale until which it may come back, where nothing is known of a merchant's returns: as
 * the assumed curve has it. A number of its own, so that a phone need not load the curves.
 */
export const ASSUMED_WINDOW_DAYS = 30;
