import { pinyin } from 'pinyin-pro';

import type { Collections, Migration, StoredDoc } from './migration';

interface Host {
  readonly id: string;
}

interface Line {
  readonly step: string;
  readonly at: string;
  readonly by: string | null;
}

const HOUR = 3_600_000;

const text = (value: unknown): string => String(value);

/** Hours after which a session that was not ended is no longer looked for. */
const MAX_ON_AIR_HOURS = 60;

/** Sessions that a storefront holds. */
const MAX_AHEAD = 24;

/** A streamer's own store: its one host has the id that every such store derives. */
function isSelfHost(doc: StoredDoc): boolean {
  return doc._id === `${String(doc['shopId'])}.hself`;
}

function latestRecording(before: Collections): (sessionId: string) => string | null {
  const latest = new Map<string, string>();
  for (const { sessionId, revisions } of before.get('sales_entries') ?? []) {
    if (typeof sessionId !== 'string') continue;
    for (const { recordedAt } of revisions as readonly { recordedAt: string }[]) {
      if (recordedAt > (latest.get(sessionId) ?? '')) latest.set(sessionId, recordedAt);
    }
  }
  return (sessionId) => latest.get(sessionId) ?? null;
}

/** Steps of before cannot be taken back: what they changed was not kept. */
function withLines(history: readonly Line[]): unknown[] {
  return history.map((line) => ({ ...line, of: null, reason: null, before: null }));
}

function keysOf(doc: StoredDoc): string[] {
  const hostIds = (doc['hosts'] as readonly Host[]).map(({ id }) => id);
  const accountId = doc['accountId'] as string | null;
  if (accountId === null) return hostIds;
  return [...hostIds, accountId, ...hostIds.map((hostId) => `${hostId}+${accountId}`)];
}

/** A session had one day, which all its entries carry. */
function withDays(scopes: readonly object[], bookedOn: unknown): object[] {
  return scopes.map((scope) => ({ ...scope, bookedOn }));
}

/** All parts of a text of a length. */
function partsOf(text: readonly string[], length: number): string[] {
  const count = Math.max(0, text.length - length + 1);
  return Array.from({ length: count }, (_, at) => text.slice(at, at + length).join(''));
}

/** The initials of Chinese characters. */
function initialsOf(run: string): string {
  const found = pinyin(run, { pattern: 'first', toneType: 'none', type: 'array' });
  const characters = Array.from(run);
  if (found.length !== characters.length) return run;
  return characters
    .map((character, at) => (/^[a-z]$/i.test(found[at] ?? '') ? found[at] : character))
    .join('')
    .toLowerCase();
}

/** By what a session is found: parts of its title, as it is and with initials. */
function findableOf(doc: StoredDoc): { grams: string[]; foundAs: string } {
  const folded = text(doc['title']).normalize('NFKC').toLowerCase();
  const title = folded.replace(/[^\p{L}\p{N}]+/gu, '');
  const letters = title.replace(/\p{Script=Han}+/gu, initialsOf);
  const [characters, initials] = [Array.from(title), Array.from(letters)];
  const grams = [
    ...characters,
    ...partsOf(characters, 2),
    ...initials,
    ...partsOf(initials, 2),
    ...partsOf(initials, 3),
  ];
  return { grams: [...new Set(grams)], foundAs: `${title} ${letters}` };
}

function session(before: Collections): (doc: StoredDoc) => StoredDoc {
  const recordedAt = latestRecording(before);
  return ({ isListed: _isListed, isShopVerified: _isShopVerified, ...doc }) => ({
    ...doc,
    // Whether a plan is overdue follows from the time.
    state: doc['state'] === 'unconfirmed' ? 'scheduled' : doc['state'],
    seriesId: null,
    seriesClock: null,
    parentId: null,
    pieces: [],
    isPiece: false,
    keys: keysOf(doc),
    scopes: withDays(doc['scopes'] as readonly object[], doc['bookedOn']),
    ...findableOf(doc),
    entriesAt: recordedAt(doc._id),
    history: withLines(doc['history'] as readonly Line[]),
    historyPages: 0,
  });
}

interface Revision {
  readonly returnedOn: string | null;
  readonly undoneAt: string | null;
}

function entry(doc: StoredDoc): StoredDoc {
  const standing = (doc['revisions'] as readonly Revision[]).filter(
    ({ undoneAt }) => undoneAt === null,
  );
  return { ...doc, returnedOn: standing.at(-1)?.returnedOn ?? null };
}

interface Pause {
  readonly from: string;
}

function pausedAt(doc: StoredDoc): string | null {
  if (doc['state'] !== 'paused') return null;
  return (doc['pauses'] as readonly Pause[]).at(-1)?.from ?? null;
}

function ahead(doc: StoredDoc): Record<string, unknown> {
  return {
    id: doc._id,
    title: doc['title'],
    hostIds: (doc['hosts'] as readonly Host[]).map(({ id }) => id),
    accountId: doc['accountId'],
    startAt: doc['startAt'],
    endAt: doc['endAt'],
    state: doc['state'] === 'unconfirmed' ? 'scheduled' : doc['state'],
    startedAt: doc['startedAt'],
    pausedAt: pausedAt(doc),
    isAiPresenter: doc['isAiPresenter'],
    sortKey: doc['sortKey'],
  };
}

function isRunning({ state }: StoredDoc): boolean {
  return state === 'live' || state === 'paused';
}

/** The place of a session among those ahead: what runs comes first. */
function placeOf(doc: StoredDoc): string {
  return `${isRunning(doc) ? '0' : '1'}#${text(doc['sortKey'])}`;
}

function expectedEndOf(doc: StoredDoc): string {
  const start = text(doc['startedAt'] ?? doc['startAt']);
  const end = text(doc['endAt']);
  return start > end ? start : end;
}

function byShop(docs: readonly StoredDoc[]): (shopId: string) => StoredDoc[] {
  const groups = new Map<unknown, StoredDoc[]>();
  for (const doc of docs) {
    groups.set(doc['shopId'], [...(groups.get(doc['shopId']) ?? []), doc]);
  }
  return (shopId) => groups.get(shopId) ?? [];
}

/** A storefront for each store, due at once: the timer looks at it again. */
function storefronts(before: Collections, now: string): StoredDoc[] {
  const since = new Date(Date.parse(now) - MAX_ON_AIR_HOURS * HOUR).toISOString();
  const coming = (before.get('live_sessions') ?? []).filter(
    ({ stage, sortKey }) => (stage === 'scheduled' || stage === 'on_air') && text(sortKey) > since,
  );
  const sessionsOf = byShop(coming);
  const hostsOf = byShop(before.get('hosts') ?? []);
  return (before.get('shops') ?? []).map((shop) => {
    const sessions = sessionsOf(shop._id).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    const kept = sessions.slice(0, MAX_AHEAD);
    const running = kept.filter(isRunning);
    const [end] = (running.length > 0 ? running : kept).map(expectedEndOf).sort();
    const next = sessions[MAX_AHEAD];
    const accounts = shop['accounts'] as readonly Record<string, unknown>[];
    return {
      _id: shop._id,
      isListed: shop['isListed'],
      card: {
        name: shop['name'],
        intro: shop['intro'],
        accounts: accounts.map(({ id, platform, name }) => ({ id, platform, name })),
        verification: shop['verification'],
      },
      hostNames: Object.fromEntries(
        hostsOf(shop._id).map(({ _id, name }) => [_id.slice(shop._id.length + 1), name]),
      ),
      sessions: kept.map(ahead),
      completeUntil: next === undefined ? null : placeOf(next),
      nextKey: end === undefined ? '' : `${end}#${shop._id}`,
      movedKey: `${now}#${shop._id}`,
      dueAt: now,
      version: 1,
    };
  });
}

/**
 * Steps of a session can be taken back, sessions are found by host and account, and what a store has
 * ahead is kept in its storefront instead of copies in every session.
 */
export const V6_TO_V7: Migration = {
  from: 6,
  to: 7,
  summary: 'steps can be taken back, and each store has a storefront with its sessions ahead',
  documents: (before) => ({
    live_sessions: session(before),
    // What sessions sold by month is rebuilt with the totals.
    year_totals: (doc) => ({ ...doc, sessionMonths: {} }),
    sales_entries: entry,
    hosts: (doc) => ({ ...doc, isRetired: false, followsShop: isSelfHost(doc), version: 1 }),
  }),
  additions: (before, now) => ({ storefronts: storefronts(before, now) }),
  rebuildsTotals: true,
};
