import { MIN_FACTS_WITH_PAGES } from '../../src/domain/incentive/declarations';
import type { DeclaredFact } from '../../src/domain/incentive/facts';
import { command, readList, type Transaction } from '../database/database';
import type { OlderFactsDoc } from '../database/documents';
import { READ_LIMITS } from './read-limits';
import { allPages, type Page, pageOf } from './page';

/** Whose facts they are, a host's or (`subjectId` the store's id) the store's, and when they moved. */
type Moved = Pick<OlderFactsDoc, 'shopId' | 'subjectId' | 'movedAt'>;

/** Moves withdrawn facts to a page of their own; none for none. One call. */
export async function moveFacts(
  t: Transaction,
  moved: Moved,
  facts: DeclaredFact[],
): Promise<void> {
  const [first] = facts;
  if (first === undefined) return;
  await t.add('older_facts', { _id: first.id, ...moved, facts });
}

/** Whether some facts of an applicant may have moved away. */
export function mayHaveOlder(facts: readonly DeclaredFact[]): boolean {
  return facts.length >= MIN_FACTS_WITH_PAGES;
}

/** A page of the facts that moved away, the latest first; `cursor` is when the page moved. One call. */
export async function olderFacts(
  subjectId: string,
  before: string | null,
): Promise<Page<DeclaredFact>> {
  const limit = READ_LIMITS.olderFacts;
  const pages = await readList(
    'older_facts',
    { subjectId, ...(before === null ? {} : { movedAt: command.lt(before) }) },
    { orderBy: [['movedAt', 'desc']], limit },
  );
  const { cursor } = pageOf(pages, limit, ({ movedAt }) => movedAt);
  return { items: pages.flatMap(({ facts }) => [...facts].reverse()), cursor };
}

/**
 * The facts that have moved away since a moment, when they may have held. One call for a thousand;
 * none where no fact can have moved.
 */
export async function factsMovedSince(
  { id, facts }: { id: string; facts: readonly DeclaredFact[] },
  moment: string,
): Promise<DeclaredFact[]> {
  if (!mayHaveOlder(facts)) return [];
  const limit = READ_LIMITS.factsMovedSince;
  const pages = await allPages(
    limit,
    (cursor) =>
      readList(
        'older_facts',
        { subjectId: id, movedAt: command.gt(cursor ?? moment) },
        { orderBy: [['movedAt', 'asc']], limit },
      ),
    ({ movedAt }) => movedAt,
  );
  return pages.flatMap((page) => page.facts);
}
