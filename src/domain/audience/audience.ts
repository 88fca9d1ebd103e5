/** Where a viewer came to a page from; `other` is everything else, such as a list of the program. */
export const VISIT_SOURCES = [
  'chat',
  'group',
  'moments',
  'code',
  'message',
  'discovery',
  'other',
] as const;
/** One of {@link VISIT_SOURCES}. */
export type VisitSource = (typeof VISIT_SOURCES)[number];

/** What a viewer did on a page, beside opening it. */
export const PAGE_ACTS = ['calendar', 'follow'] as const;

/** What is counted of a public page: that it was opened from a source, or an act on it. */
export const PAGE_EVENTS = [...VISIT_SOURCES, ...PAGE_ACTS] as const;
/** One of {@link PAGE_EVENTS}. */
export type PageEvent = (typeof PAGE_EVENTS)[number];

/** How often each thing happened on a page. */
export type PageCounts = Readonly<Record<PageEvent, number>>;

/** The sums of counts of which each may lack what did not happen in it. */
export function sumOfCounts(parts: readonly Partial<PageCounts>[]): PageCounts {
  const sums = PAGE_EVENTS.map(
    (event) => [event, parts.reduce((sum, part) => sum + (part[event] ?? 0), 0)] as const,
  );
  return Object.fromEntries(sums) as PageCounts;
}

/** How often a page was opened, from all sources. */
export function openingsOf(counts: PageCounts): number {
  return VISIT_SOURCES.reduce((sum, source) => sum + counts[source], 0);
}

/** Where a link to a public page was put: it carries this, and viewers bring it along. */
export type LinkTag = 'card' | Exclude<VisitSource, 'chat' | 'group' | 'other'>;

/**
 * Where a viewer came from.
 * @param tag of the link; null without one.
 * @param isFromGroup whether the program was opened from a group chat.
 */
export function sourceOf(tag: string | null, isFromGroup: boolean): VisitSource {
  if (tag === 'card') return isFromGroup ? 'group' : 'chat';
  const isSource = VISIT_SOURCES.some((source) => source === tag);
  return isSource ? (tag as VisitSource) : 'other';
}
