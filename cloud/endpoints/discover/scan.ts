import { invalidInput } from '../../../src/contract/failure';
import { FORGOTTEN_AFTER_HOURS } from '../../../src/domain/live-session/public-phase';
import { addMinutes } from '../../../src/domain/time';
import type { StorefrontDoc } from '../../database/documents';
import type { Page } from '../../repositories/page';
import { listedStorefronts, movedStorefronts } from '../../repositories/storefronts';

/**
 * The parts in which listed stores are read: those whose leading session may not be over, by its end;
 * then those that wait for the timer, of which later sessions may be ahead; then those whose place
 * has changed since the first page was read, which may have gone from a part to come to one that was
 * read. So every store is met, whatever is planned and whenever the timer runs.
 */
const PARTS = ['next', 'waiting', 'moved'] as const;

type Part = (typeof PARTS)[number];

/** How far the stores have been read. */
export interface Place {
  part: Part;
  /** When the first page was read. */
  since: string;
  /** The last key that was seen. */
  after: string;
}

/** Minutes by which a change may be older than its commit. */
const MAX_CALL_MINUTES = 2;

/** Ends before this instant are of sessions that are over, whether or not they were started. */
const boundaryOf = (since: string): string => addMinutes(since, -FORGOTTEN_AFTER_HOURS * 60);

function beginningOf(part: Part, since: string): Place {
  const after = {
    next: boundaryOf(since),
    waiting: '',
    moved: addMinutes(since, -MAX_CALL_MINUTES),
  }[part];
  return { part, since, after };
}

/** Where reading begins. */
export function firstPlace(now: string): Place {
  return beginningOf('next', now);
}

/** A place as a cursor. */
export function cursorOf({ part, since, after }: Place): string {
  return [part, since, after].join('|');
}

const CURSOR = /^(next|waiting|moved)\|(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\|([^|]*)$/;

/** The place of a cursor. @throws Failure `invalid_input` for text that is no cursor. */
export function placeOfCursor(cursor: string): Place {
  const [, part, since = '', after = ''] = CURSOR.exec(cursor) ?? [];
  const known = PARTS.find((name) => name === part);
  if (known === undefined) throw invalidInput({ cursor: 'bad_format' });
  return { part: known, since, after };
}

/** The place behind a page. */
function placeBehind({ part, since }: Place, cursor: string | null): Place | null {
  if (cursor !== null) return { part, since, after: cursor };
  const next = PARTS[PARTS.indexOf(part) + 1];
  return next === undefined ? null : beginningOf(next, since);
}

function pageFrom({ part, since, after }: Place): Promise<Page<StorefrontDoc>> {
  if (part === 'moved') return movedStorefronts(after);
  return listedStorefronts({ after, until: part === 'waiting' ? boundaryOf(since) : null });
}

/** Storefronts from a place on, and where reading goes on; null at the end. One call. */
export async function readFrom(
  place: Place,
): Promise<{ storefronts: StorefrontDoc[]; next: Place | null }> {
  const { items, cursor } = await pageFrom(place);
  return { storefronts: items, next: placeBehind(place, cursor) };
}

/** The place right before a storefront of a page. */
export function placeBefore(place: Place, storefronts: readonly StorefrontDoc[], index: number) {
  const before = storefronts[index - 1];
  if (before === undefined) return place;
  return { ...place, after: place.part === 'moved' ? before.movedKey : before.nextKey };
}
