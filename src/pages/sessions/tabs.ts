/** Tabs of the list, in the order in which they stand. */
export const SESSION_TABS = [
  'all',
  'upcoming',
  'on_air',
  'unconfirmed',
  'to_record',
  'ended',
  'cancelled',
] as const;

/** One of {@link SESSION_TABS}. */
export type SessionTab = (typeof SESSION_TABS)[number];
