/** Tabs of the list, in the order in which they stand. Others are filters of a page of their own. */
export const SESSION_TABS = ['all', 'upcoming', 'to_record', 'ended', 'cancelled'] as const;

/** One of {@link SESSION_TABS}. */
export type SessionTab = (typeof SESSION_TABS)[number];
