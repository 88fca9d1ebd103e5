import { addDays, chinaDayOf, type Instant } from '../time';
import { countsAsOnAir, phaseMovedOn, type ReadPhase } from './public-phase';

/** The sections in which viewers find stores by what is ahead in them. */
export const AHEAD_SECTIONS = ['on_air', 'due', 'today', 'week', 'later'] as const;

/** One of {@link AHEAD_SECTIONS}. */
export type AheadSection = (typeof AHEAD_SECTIONS)[number];

/** The section of a session at `now`; null when it is over. The week is the seven days from today. */
function sectionOf(session: ReadPhase, now: Instant): AheadSection | null {
  const phase = phaseMovedOn(session, now);
  if (phase === 'over' || phase === 'cancelled') return null;
  if (countsAsOnAir(session, now)) return 'on_air';
  if (phase !== 'upcoming') return 'due';
  const day = chinaDayOf(session.startAt);
  const today = chinaDayOf(now);
  if (day === today) return 'today';
  return day < addDays(today, 7) ? 'week' : 'later';
}

/** A store in a list, with its next sessions as they were read a while ago. */
interface ListedStore {
  readonly sessions: readonly ReadPhase[];
  /** How many more are known of, and whether there are more than that. */
  readonly more: number;
  readonly hasEvenMore: boolean;
}

/** When a session ends at the latest, for the order within a section. */
const endOf = ({ overAt }: ReadPhase): string => overAt ?? '';

/**
 * The sessions of stores by section, each with its store and ordered by their ends, as the cloud
 * orders stores. What a store has more of follows its last session; with nothing left that was
 * shown, it comes last of all.
 */
export function sectionsOf<Store extends ListedStore>(
  stores: readonly Store[],
  now: Instant,
): { section: AheadSection; stores: Store[] }[] {
  const found = new Map<AheadSection, Store[]>();
  const put = (section: AheadSection, store: Store): void => {
    found.set(section, [...(found.get(section) ?? []), store]);
  };
  for (const store of stores) {
    const shown = AHEAD_SECTIONS.flatMap((section) => {
      const sessions = store.sessions.filter((session) => sectionOf(session, now) === section);
      return sessions.length === 0 ? [] : [{ section, sessions }];
    });
    shown.forEach(({ section, sessions }, index) => {
      const rest = index < shown.length - 1 ? { more: 0, hasEvenMore: false } : {};
      put(section, { ...store, sessions, ...rest });
    });
    const hasMore = store.more > 0 || store.hasEvenMore;
    if (shown.length === 0 && hasMore) put('later', { ...store, sessions: [] });
  }
  const firstEnd = ({ sessions }: Store): string => (sessions[0] ? endOf(sessions[0]) : '~');
  return AHEAD_SECTIONS.flatMap((section) => {
    const inSection = found.get(section) ?? [];
    if (inSection.length === 0) return [];
    const ordered = [...inSection].sort((a, b) =>
      firstEnd(a) < firstEnd(b) ? -1 : Number(firstEnd(a) > firstEnd(b)),
    );
    return [{ section, stores: ordered }];
  });
}
