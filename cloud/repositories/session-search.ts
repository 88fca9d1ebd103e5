import { isMatch, rarestOf, type Search } from '../../src/domain/live-session/search';
import { command, countElements, readFields, readList } from '../database/database';
import type { LiveSessionDoc } from '../database/documents';
import { oneForEach } from '../database/read-limit';
import { type Page, pageOf } from './page';
import { READ_LIMITS } from './read-limits';

/** The part of a search that the fewest of a store's latest sessions have. At most one call. */
export async function rarestGram(shopId: string, { candidates }: Search): Promise<string | null> {
  if (candidates.length < 2) return candidates[0] ?? null;
  const grams = command.in([...candidates]);
  const counts = await countElements('live_sessions', { shopId, grams }, 'grams', {
    among: candidates,
    orderBy: [['sortKey', 'desc']],
    limit: READ_LIMITS.sampledSessions,
  });
  return rarestOf(candidates, counts);
}

/** Where a search goes on. */
export interface SearchPlace {
  /** The part by which sessions are selected. */
  readonly gram: string;
  /** The sort key of the last session that was tested; null at the start. */
  readonly before: string | null;
}

/**
 * The next sessions that match a search, latest first, out of at most 120 that have its
 * rarest part; `cursor` is the sort key of the last one tested. At most two calls.
 */
export async function searchSessions(
  shopId: string,
  search: Search,
  { gram, before }: SearchPlace,
): Promise<Page<LiveSessionDoc>> {
  const { foundSessions, searchedSessions } = READ_LIMITS;
  const limit = search.isOnePart ? foundSessions : searchedSessions;
  const tested = await readFields(
    'live_sessions',
    { shopId, grams: gram, ...(before === null ? {} : { sortKey: command.lt(before) }) },
    { orderBy: [['sortKey', 'desc']], limit, fields: ['_id', 'sortKey', 'foundAs', 'isPiece'] },
  );
  const matches = tested.filter((session) => !session.isPiece && isMatch(search, session));
  const shown = matches.slice(0, foundSessions);
  const { cursor } = pageOf(tested, limit, ({ sortKey }) => sortKey);
  const isCut = shown.length < matches.length;
  const items = await sessionsById(shown.map(({ _id }) => _id));
  return { items, cursor: isCut ? (shown.at(-1)?.sortKey ?? null) : cursor };
}

/** Some sessions, latest first. One call, none for none. */
async function sessionsById(ids: readonly string[]): Promise<LiveSessionDoc[]> {
  if (ids.length === 0) return [];
  const sessions = await readList(
    'live_sessions',
    { _id: command.in([...ids]) },
    { orderBy: [['_id', 'asc']], limit: oneForEach(ids) },
  );
  return sessions.sort((a, b) => (a.sortKey < b.sortKey ? 1 : -1));
}
