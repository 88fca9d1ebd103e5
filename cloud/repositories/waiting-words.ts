import { selfHostIdOf, shopIdOf, suffixOf } from '../../src/domain/shop/ids';
import { chinaDayOf } from '../../src/domain/time';
import {
  decided,
  type WaitingText,
  type WordsOutcomes,
  type WordsState,
} from '../../src/domain/words/waiting';
import { command, readFields, type Transaction, tx } from '../database/database';
import type { HostDoc, LiveSessionDoc, ShopDoc, UncheckedRecord } from '../database/documents';
import { oneForEach } from '../database/read-limit';
import { type CheckedWords, heldOf } from './checked-words';
import { followShopName } from './hosts';
import { newReviewId, receiptOf, type WriteKey } from './ids';
import { addReview, withdrawReview } from './reviews';
import { sessionsOfSeries } from './series';
import { saveShop } from './shops';
import { keepAhead, keepHostName, openStorefront } from './storefronts';

/** Words of a person that are checked again, at most. The verifier has all of them. */
const MAX_UNCHECKED = 10;

/** A write that leaves words waiting. */
interface WordsOfWrite extends WriteKey {
  shopId: string;
  /** A store, a host, a session or a series. */
  subjectId: string;
  now: string;
  /** What the person wrote before that could not be checked. */
  unchecked: readonly UncheckedRecord[];
}

/**
 * Asks the verifier about words that a write left waiting, in its transaction. One call; one more where
 * the check gave no answer. None where nothing new waits.
 */
export async function askVerifier(
  t: Transaction,
  { asked, held }: CheckedWords,
  write: WordsOfWrite,
): Promise<void> {
  if (asked.size === 0) return;
  const { shopId, subjectId, person, now, unchecked } = write;
  const reviewId = newReviewId(shopId, write);
  await addReview(t, {
    _id: reviewId,
    shopId,
    kind: 'words',
    subjectId,
    receipt: receiptOf(reviewId, chinaDayOf(now)),
    submittedAt: now,
    submittedBy: person,
    // A dot would be a path within the document.
    claims: Object.fromEntries(
      [...asked].map(([field, text]) => [field.replaceAll('.', '_'), text]),
    ),
    checked: null,
    attempt: 1,
  });
  if (![...asked.values()].some((text) => held.get(text) === 'unchecked')) return;
  const latest = [...unchecked, { subjectId, reviewId }].slice(-MAX_UNCHECKED);
  await t.update('people', person, { unchecked: latest });
}

/** The collection that holds the words of an id. */
function collectionOf(id: string): 'shops' | 'hosts' | 'live_sessions' {
  const letter = suffixOf(id).charAt(0);
  if (id === shopIdOf(id)) return 'shops';
  return letter === 'h' ? 'hosts' : 'live_sessions';
}

/**
 * The documents that hold the words of a subject: those of a host's own account are the store's. At
 * most one call.
 */
export async function documentsOf(subjectId: string): Promise<string[]> {
  if (collectionOf(subjectId) === 'hosts') return [subjectId, shopIdOf(subjectId)];
  if (!suffixOf(subjectId).startsWith('q')) return [subjectId];
  const sessions = await sessionsOfSeries(subjectId);
  return sessions.map(({ _id }) => _id);
}

async function decideShop(t: Transaction, before: ShopDoc, outcomes: WordsOutcomes): Promise<void> {
  // A name that is released may be that of another identity: then the mark is taken back.
  const { _id, name } = await saveShop(t, before, decided(before, outcomes));
  if (name !== before.name) await followShopName(t, selfHostIdOf(_id), name);
}

async function decideHost(t: Transaction, before: HostDoc, outcomes: WordsOutcomes): Promise<void> {
  const { _id, shopId, name, waiting } = decided(before, outcomes);
  await t.update('hosts', _id, { name, waiting });
  if (name !== before.name) await keepHostName(t, { _id, shopId, name });
}

async function decideSession(
  t: Transaction,
  before: LiveSessionDoc,
  outcomes: WordsOutcomes,
): Promise<LiveSessionDoc> {
  const after = decided(before, outcomes);
  const { title, teasers, waiting } = after;
  await t.update('live_sessions', before._id, { title, teasers, waiting });
  return after;
}

function isConcerned(doc: { waiting: WaitingText[] } | null, outcomes: WordsOutcomes): boolean {
  return doc?.waiting.some(({ text }) => outcomes.has(text)) === true;
}

/**
 * Decides about words that wait, wherever they do in some documents of a store. A session and a host
 * keep their version: what their people typed is as before. At most four calls for each document.
 * @returns whether any of them still waited.
 */
export async function decideWords(
  t: Transaction,
  ids: readonly string[],
  outcomes: WordsOutcomes,
  now: string,
): Promise<boolean> {
  let isAnyConcerned = false;
  const sessions: LiveSessionDoc[] = [];
  for (const id of ids) {
    if (collectionOf(id) === 'shops') {
      const shop = await t.get('shops', id);
      if (shop === null || !isConcerned(shop, outcomes)) continue;
      isAnyConcerned = true;
      await decideShop(t, shop, outcomes);
    } else if (collectionOf(id) === 'hosts') {
      const host = await t.get('hosts', id);
      if (host === null || !isConcerned(host, outcomes)) continue;
      isAnyConcerned = true;
      await decideHost(t, host, outcomes);
    } else {
      const session = await t.get('live_sessions', id);
      if (session !== null && isConcerned(session, outcomes)) {
        sessions.push(await decideSession(t, session, outcomes));
      }
    }
  }
  const [first] = sessions;
  if (first === undefined) return isAnyConcerned;
  const storefront = await openStorefront(t, first.shopId);
  const changed = sessions.map((after) => ({ id: after._id, after }));
  await keepAhead(t, storefront, changed, now);
  return true;
}

/** What waits in some documents. At most one call for each collection. */
export async function waitingTexts(ids: readonly string[]): Promise<WaitingText[]> {
  const where = { _id: command.in([...ids]) };
  const options = { orderBy: [['_id', 'asc']] as const, limit: oneForEach(ids) };
  const found: { waiting: WaitingText[] }[] = [];
  for (const collection of ['shops', 'hosts', 'live_sessions'] as const) {
    if (!ids.some((id) => collectionOf(id) === collection)) continue;
    found.push(...(await readFields(collection, where, { ...options, fields: ['waiting'] })));
  }
  return found.flatMap(({ waiting }) => waiting);
}

/** The texts of some documents that could not be checked. */
async function uncheckedTexts(ids: readonly string[]): Promise<string[]> {
  const waiting = await waitingTexts(ids);
  return [...new Set(waiting.flatMap(({ text, state }) => (state === 'unchecked' ? text : [])))];
}

/**
 * Checks words again that could not be checked when they were written, at another call of the writer:
 * WeChat answers only about a person who is there. It fails silently, and the next call repeats it.
 */
export async function checkAgain(
  { person, now }: { person: string; now: string },
  record: UncheckedRecord,
): Promise<void> {
  try {
    const ids = await documentsOf(record.subjectId);
    const texts = await uncheckedTexts(ids);
    const held = await heldOf(
      person,
      texts.map((text) => ['', text] as const),
    );
    if (held.some(({ state }) => state === 'unchecked')) return;
    const outcomes = new Map<string, 'released' | WordsState>(
      texts.map((text) => [text, held.find((other) => other.text === text)?.state ?? 'released']),
    );
    await tx(async (t) => {
      await decideWords(t, ids, outcomes, now);
      const kept = await t.pick('people', person, ['unchecked']);
      const others = (kept?.unchecked ?? []).filter(({ reviewId }) => reviewId !== record.reviewId);
      await t.update('people', person, { unchecked: others });
      // A verifier need not look at what the check has decided.
      const isDecided = held.length === 0 || held.every(({ state }) => state === 'refused');
      if (isDecided) {
        await withdrawReview(t, record.reviewId);
      }
    });
  } catch {
    // The write that this call is about is stored: nothing of it depends on other words.
  }
}
