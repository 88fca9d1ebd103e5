import { liveSessionSearch } from '../../../src/contract/live-session-find';
import { type Search, searchOf } from '../../../src/domain/live-session/search';
import { read } from '../../endpoint/read';
import { presentRow } from '../../presenters/live-sessions';
import { rarestGram, type SearchPlace, searchSessions } from '../../repositories/session-search';

/** Where a cursor leads. Its part must be one of the search's, or sessions would be left out. */
function placeOf(cursor: string | null, { candidates }: Search): SearchPlace | null {
  const [gram = '', before = ''] = cursor?.split(' ') ?? [];
  return candidates.includes(gram) && before !== '' ? { gram, before } : null;
}

/** A search goes on by the part that it began with, whatever became rarer since. */
export const endpoint = read(
  liveSessionSearch,
  { needs: 'session.read', withNames: true },
  async ({ input: { shopId, words, cursor }, caller, shop, hostNames }) => {
    const search = searchOf(words);
    const kept = placeOf(cursor, search);
    const gram = kept === null ? await rarestGram(shopId, search) : kept.gram;
    if (gram === null) return { items: [], cursor: null };
    const page = await searchSessions(shopId, search, kept ?? { gram, before: null });
    const items = page.items.map((session) => presentRow(session, { shop, hostNames }, caller));
    return { items, cursor: page.cursor === null ? null : `${gram} ${page.cursor}` };
  },
);
