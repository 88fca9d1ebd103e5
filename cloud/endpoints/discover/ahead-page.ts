import { SESSIONS_PER_SHOP, SHOPS_PER_PAGE } from '../../../src/contract/discover';
import type { OutputOf } from '../../../src/contract/endpoints';
import { type Ahead, aheadAt, hasRunOut, shownAhead } from '../../../src/domain/live-session/ahead';
import type { StorefrontDoc } from '../../database/documents';
import { presentAhead } from '../../presenters/live-sessions';
import { presentShopCard } from '../../presenters/shops';
import { readAhead, storefrontsOf } from '../../repositories/storefronts';
import { cursorOf, firstPlace, type Place, placeBefore, placeOfCursor, readFrom } from './scan';

type AheadPage = OutputOf<'discover.ahead'>;

/** A store with its next sessions; null when nothing is ahead. */
function presentShopAhead(
  storefront: StorefrontDoc,
  kept: Ahead,
  now: string,
): AheadPage['items'][number] | null {
  const { sessions, completeUntil } = aheadAt(kept, now);
  const hasEvenMore = completeUntil !== null;
  if (sessions.length === 0 && !hasEvenMore) return null;
  const ahead = sessions.map((session) => presentAhead(session, storefront, now));
  const shown = shownAhead(ahead, now).slice(0, SESSIONS_PER_SHOP);
  return {
    shop: presentShopCard(storefront._id, storefront.card),
    sessions: shown,
    more: sessions.length - shown.length,
    hasEvenMore,
  };
}

function present(
  storefronts: readonly StorefrontDoc[],
  readAgain: ReadonlyMap<string, Ahead>,
  now: string,
): AheadPage['items'] {
  return storefronts.flatMap((storefront) => {
    return presentShopAhead(storefront, readAgain.get(storefront._id) ?? storefront, now) ?? [];
  });
}

const NOTHING_READ: ReadonlyMap<string, Ahead> = new Map();

interface Part {
  items: AheadPage['items'];
  next: Place | null;
  /** Calls that are left. */
  calls: number;
}

/**
 * The stores from a place on. Lists that have run out are read again if a call is left for it; else
 * the part ends before the first of them.
 */
async function readPart(place: Place, now: string, calls: number): Promise<Part> {
  const { storefronts, next } = await readFrom(place);
  const runOut = storefronts.filter((storefront) => hasRunOut(storefront, now));
  const [first] = runOut;
  if (first === undefined) {
    return { items: present(storefronts, NOTHING_READ, now), next, calls: calls - 1 };
  }
  if (calls > 1) {
    const items = present(storefronts, await readAhead(runOut, now), now);
    return { items, next, calls: calls - 2 };
  }
  const index = storefronts.indexOf(first);
  const items = present(storefronts.slice(0, index), NOTHING_READ, now);
  return { items, next: placeBefore(place, storefronts, index), calls: calls - 1 };
}

/**
 * A page of verified, published stores with sessions ahead. It may be empty though more follow: where
 * stores wait for the timer.
 * @param calls how many calls it may take: one, or two to read on.
 */
export async function aheadPage(
  cursor: string | null,
  now: string,
  calls: 1 | 2,
): Promise<AheadPage> {
  const items: AheadPage['items'] = [];
  let next: Place | null = cursor === null ? firstPlace(now) : placeOfCursor(cursor);
  for (let left: number = calls; left > 0 && next !== null && items.length < SHOPS_PER_PAGE;) {
    const part = await readPart(next, now, left);
    items.push(...part.items);
    ({ next, calls: left } = part);
  }
  return { items, cursor: next === null ? null : cursorOf(next) };
}

/**
 * The page of all listed stores where they are few, so that it is complete at once. Lists that have
 * run out are read on the pages that follow. One call.
 */
export async function aheadOfAll(shopIds: readonly string[], now: string): Promise<AheadPage> {
  const storefronts = (await storefrontsOf(shopIds)).filter(({ isListed }) => isListed);
  const isKnown = (storefront: StorefrontDoc): boolean => !hasRunOut(storefront, now);
  const known = storefronts.filter(isKnown).sort((a, b) => (a.nextKey < b.nextKey ? -1 : 1));
  const isComplete = known.length === storefronts.length;
  const items = present(known, NOTHING_READ, now);
  return { items, cursor: isComplete ? null : cursorOf(firstPlace(now)) };
}
