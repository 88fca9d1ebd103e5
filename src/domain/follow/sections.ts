import { countsAsOnAir, phaseMovedOn, type ReadPhase } from '../live-session/public-phase';
import { type Instant } from '../time';

/** The parts of the list of followed stores, in their order. */
export const FOLLOW_SECTIONS = ['onAir', 'next', 'quiet', 'hidden'] as const;
/** One of {@link FOLLOW_SECTIONS}. */
export type FollowSection = (typeof FOLLOW_SECTIONS)[number];

interface Followed {
  /** null while its pages are not shown. */
  readonly shop: object | null;
  readonly session: (ReadPhase & { readonly startedAt: Instant | null }) | null;
}

function sectionOf({ shop, session }: Followed, now: Instant): FollowSection {
  if (shop === null) return 'hidden';
  if (session === null || ['over', 'cancelled'].includes(phaseMovedOn(session, now))) {
    return 'quiet';
  }
  return countsAsOnAir(session, now) ? 'onAir' : 'next';
}

const startedOf = ({ session }: Followed): string => session?.startedAt ?? session?.startAt ?? '';
const startOf = ({ session }: Followed): string => session?.startAt ?? '';

/**
 * Followed stores by what they do now: on air, the latest start first; then what comes, the earliest
 * first; then those without a plan, and those that are not shown, as they came. Empty parts are left out.
 */
export function followSections<Item extends Followed>(
  items: readonly Item[],
  now: Instant,
): { section: FollowSection; items: Item[] }[] {
  return FOLLOW_SECTIONS.flatMap((section) => {
    const inSection = items.filter((item) => sectionOf(item, now) === section);
    if (inSection.length === 0) return [];
    if (section === 'onAir') inSection.sort((a, b) => (startedOf(a) > startedOf(b) ? -1 : 1));
    if (section === 'next') inSection.sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
    return [{ section, items: inSection }];
  });
}
