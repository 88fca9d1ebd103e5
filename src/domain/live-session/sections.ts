import { addDays, chinaDayOf, type Instant } from '../time';
import { countsAsOnAir, phaseMovedOn, type ReadPhase } from './public-phase';

/** The sections in which viewers find stores by what is ahead in them. */
export const AHEAD_SECTIONS = ['on_air', 'due', 'today', 'week', 'later'] as const;

/** One of {@link AHEAD_SECTIONS}. */
export type AheadSection = (typeof AHEAD_SECTIONS)[number];

/** The section of a session at `now`; null when it is over. The week is the seven days from today. */
export function sectionOf(session: ReadPhase, now: Instant): AheadSection | null {
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

/**
 * Stores by the section of what comes first in them. One of which all that was shown is over comes
 * last while it has more, and else is left out.
 */
export function sectionsOf<Store extends ListedStore>(
  stores: readonly Store[],
  now: Instant,
): { section: AheadSection; stores: Store[] }[] {
  const placeOf = ({ sessions, more, hasEvenMore }: Store): number => {
    const sections = sessions.flatMap((session) => sectionOf(session, now) ?? []);
    const places = sections.map((section) => AHEAD_SECTIONS.indexOf(section));
    if (places.length > 0) return Math.min(...places);
    return more > 0 || hasEvenMore ? AHEAD_SECTIONS.length - 1 : -1;
  };
  return AHEAD_SECTIONS.flatMap((section, place) => {
    const found = stores.filter((store) => placeOf(store) === place);
    return found.length === 0 ? [] : [{ section, stores: found }];
  });
}
