import { stageIn } from '../../src/domain/live-session/evening';
import { applyEntry } from '../../src/domain/sales/apply-entry';
import { countingOf, currentRevision, type Revision } from '../../src/domain/sales/revisions';
import {
  type HostScope,
  type SessionPart,
  withScopeOfPart,
} from '../../src/domain/sales/host-scopes';
import { EMPTY_SCOPE, scopeKeyOf, type ScopeTotals } from '../../src/domain/sales/scope';
import { regroupedMonths, sessionMonthDelta } from '../../src/domain/sales/session-months';
import {
  applyDelta,
  EMPTY_YEAR,
  isSameYear,
  mergeDeltas,
  raisedBy,
  type YearDelta,
} from '../../src/domain/sales/year-totals';
import { chinaDayOf, yearOf } from '../../src/domain/time';
import type {
  LiveSessionDoc,
  SalesDayDoc,
  SalesEntryDoc,
  ShopYearDoc,
  YearTotalsDoc,
} from '../database/documents';
import { salesDayId, shardOf, shopYearId, yearTotalsId } from '../repositories/ids';
import { inShopYear, isInShopYear } from '../../src/domain/sales/shop-year';
import type { Collections, StoredDoc } from './migration';

/** What data of before version 7 lack. */
type Evening = Pick<LiveSessionDoc, 'pieces'>;

/** An entry that begins or ceases to count, or counts with another amount. */
interface Change {
  readonly at: string;
  readonly entry: SalesEntryDoc;
  readonly before: Revision | null;
  readonly after: Revision | null;
}

/** The revision that counted at a moment. */
function revisionAt({ revisions }: SalesEntryDoc, moment: string): Revision | null {
  const known = revisions.filter(({ recordedAt }) => recordedAt <= moment);
  return currentRevision({
    revisions: known.map((revision) => {
      const { undoneAt } = revision;
      return { ...revision, undoneAt: undoneAt !== null && undoneAt <= moment ? undoneAt : null };
    }),
  });
}

/** What happened to an entry, oldest first. */
function changesOf(entry: SalesEntryDoc): Change[] {
  const moments = entry.revisions.flatMap(({ recordedAt, undoneAt }) =>
    undoneAt === null ? [recordedAt] : [recordedAt, undoneAt],
  );
  let before: Revision | null = null;
  return [...new Set(moments)].sort().map((at) => {
    const change = { at, entry, before, after: revisionAt(entry, at) };
    before = change.after;
    return change;
  });
}

type KeptYear = YearTotalsDoc | ShopYearDoc;

/**
 * What is to be kept of a year: the document as it is where the ledger gives the same, but for cells
 * of 0 that increments leave behind, and a bound that may be higher.
 */
function keptOr<Doc extends KeptYear>(kept: Doc | undefined, rebuilt: Doc): Doc {
  if (kept === undefined) return rebuilt;
  const fields = (doc: KeptYear): string => Object.keys(doc).sort().join();
  const isSame =
    fields(kept) === fields(rebuilt) &&
    isSameYear({ ...EMPTY_YEAR, ...kept }, { ...EMPTY_YEAR, ...rebuilt });
  return isSame && kept.raisedFen >= rebuilt.raisedFen ? kept : rebuilt;
}

type ShopYearPlace = Pick<ShopYearDoc, '_id' | 'shopId' | 'year' | 'shard'>;

/** Kept totals as they come to be, change by change. */
class Books {
  /** Sums by session, host and day, or by account, host and day. */
  private readonly scopes = new Map<string, ScopeTotals>();
  /** By session: its parts, by the key of their sums. */
  private readonly parts = new Map<string, Map<string, SessionPart>>();
  /** Days outside sessions: the store of each, and when its amounts last changed. */
  private readonly days = new Map<string, Pick<SalesDayDoc, 'shopId' | 'entriesAt'>>();
  private readonly years = new Map<
    string,
    Pick<YearTotalsDoc, '_id' | 'shopId' | 'subjectId' | 'year'>
  >();
  private readonly deltas = new Map<string, YearDelta[]>();

  post({ at, entry, before, after }: Change): void {
    const { shopId, sessionId, hostId, platform, bookedOn } = entry;
    const scopeId = sessionId === null ? salesDayId(entry) : scopeKeyOf(entry);
    if (sessionId === null) this.days.set(scopeId, { shopId, entriesAt: at });
    else this.partsOf(sessionId).set(scopeId, { hostId, bookedOn });
    const [subjectId, year] = [hostId ?? shopId, yearOf(bookedOn)];
    const yearId = yearTotalsId(subjectId, year);
    this.years.set(yearId, { _id: yearId, shopId, subjectId, year });
    let scope = this.scopes.get(scopeId) ?? EMPTY_SCOPE;
    const deltas = this.deltas.get(yearId) ?? [];
    for (const [revision, sign] of [
      [before, -1],
      [after, 1],
    ] as const) {
      if (revision === null) continue;
      const applied = applyEntry(scope, { ...revision, platform, bookedOn }, sign, chinaDayOf(at));
      scope = applied.scope;
      deltas.push(applied.delta);
    }
    if (sessionId !== null) {
      const changed = { hostId, bookedOn, totals: scope };
      deltas.push(sessionMonthDelta(this.scopesOf(sessionId), changed));
    }
    this.scopes.set(scopeId, scope);
    this.deltas.set(yearId, deltas);
  }

  private partsOf(sessionId: string): Map<string, SessionPart> {
    const parts = this.parts.get(sessionId) ?? new Map<string, SessionPart>();
    this.parts.set(sessionId, parts);
    return parts;
  }

  private scopesOf(sessionId: string): HostScope[] {
    return [...this.partsOf(sessionId)].reduce<HostScope[]>(
      (all, [key, part]) => withScopeOfPart(all, part, this.scopes.get(key) ?? EMPTY_SCOPE),
      [],
    );
  }

  session(kept: LiveSessionDoc): LiveSessionDoc {
    const scopes = this.scopesOf(kept._id);
    const isBooked = kept.isBooked || this.partsOf(kept._id).size > 0;
    return { ...kept, scopes, isBooked };
  }

  /** Counts an evening as one session, once everything is booked. */
  join({ _id, shopId, pieces = [] }: Pick<LiveSessionDoc, '_id' | 'shopId'> & Partial<Evening>) {
    const parts = [_id, ...pieces.map(({ id }) => id)].map((id) => this.scopesOf(id));
    for (const { hostId, year, delta } of regroupedMonths(parts, [parts.flat()])) {
      const yearId = yearTotalsId(hostId ?? shopId, year);
      this.deltas.set(yearId, [...(this.deltas.get(yearId) ?? []), delta]);
    }
  }

  salesDays(kept: ReadonlyMap<string, SalesDayDoc>): SalesDayDoc[] {
    return [...this.days].map(([id, day]) => {
      const { recentAmounts = [] } = kept.get(id) ?? {};
      return { _id: id, ...day, scope: this.scopes.get(id) ?? EMPTY_SCOPE, recentAmounts };
    });
  }

  yearTotals(kept: ReadonlyMap<string, YearTotalsDoc>): YearTotalsDoc[] {
    return [...this.years.values()].map((year) => {
      const delta = mergeDeltas(...(this.deltas.get(year._id) ?? []));
      const totals = applyDelta(EMPTY_YEAR, delta);
      return keptOr(kept.get(year._id), { ...totals, ...year, raisedFen: raisedBy(delta) });
    });
  }

  shopYears(kept: ReadonlyMap<string, ShopYearDoc>): ShopYearDoc[] {
    const shards = new Map<string, { doc: ShopYearPlace; deltas: YearDelta[] }>();
    for (const { _id: yearId, shopId, subjectId, year } of this.years.values()) {
      if (!isInShopYear(subjectId)) continue;
      const shard = shardOf(subjectId);
      const _id = shopYearId(shopId, year, shard);
      const { deltas } = shards.get(_id) ?? { deltas: [] };
      const added = (this.deltas.get(yearId) ?? []).map(inShopYear);
      shards.set(_id, { doc: { _id, shopId, year, shard }, deltas: [...deltas, ...added] });
    }
    return [...shards.values()].map(({ doc, deltas }) => {
      const delta = mergeDeltas(...deltas);
      const { days: _days, returns: _returns, ...totals } = applyDelta(EMPTY_YEAR, delta);
      return keptOr(kept.get(doc._id), { ...totals, ...doc, raisedFen: raisedBy(delta) });
    });
  }
}

/** Sessions with their stage, and what an evening keeps of its pieces. */
function inEvenings(sessions: readonly LiveSessionDoc[]): LiveSessionDoc[] {
  const byId = new Map(sessions.map((session) => [session._id, session]));
  return sessions.map((session) => {
    // Data of before version 7 have no evenings.
    const { parentId = null, pieces = [] } = session as Partial<LiveSessionDoc>;
    const rebuilt = pieces.map((piece) => ({
      ...piece,
      scopes: byId.get(piece.id)?.scopes ?? piece.scopes,
    }));
    const kept = rebuilt.length === 0 ? session : { ...session, pieces: rebuilt };
    return { ...kept, stage: stageIn({ ...kept, pieces: rebuilt, parentId }) };
  });
}

function docsOf<Doc>(collections: Collections, name: string): readonly Doc[] {
  return (collections.get(name) ?? []) as unknown as readonly Doc[];
}

function byId<Doc extends { _id: string }>(collections: Collections, name: string) {
  return new Map(docsOf<Doc>(collections, name).map((doc) => [doc._id, doc]));
}

/**
 * Builds everything that is kept beside the ledger from the ledger alone: whether an entry counts,
 * the sums and the stage of each session, the sums of days outside sessions, and the years of hosts
 * and stores. Entries are replayed in the order in which they were recorded, corrected and undone,
 * by the rule that counts them when they are recorded.
 * @throws Error when an entry belongs to a session that is not there.
 */
export function rebuildTotals(collections: Collections): Collections {
  const entries = docsOf<SalesEntryDoc>(collections, 'sales_entries');
  const sessions = docsOf<LiveSessionDoc>(collections, 'live_sessions');
  const sessionIds = new Set(sessions.map(({ _id }) => _id));
  const lost = entries.find(({ sessionId }) => sessionId !== null && !sessionIds.has(sessionId));
  if (lost) throw new Error(`entry ${lost._id} belongs to no session: ${String(lost.sessionId)}`);
  const changes = entries.flatMap(changesOf);
  changes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const books = new Books();
  for (const change of changes) books.post(change);
  for (const session of sessions) books.join(session);
  const rebuilt: Record<string, readonly { _id: string }[]> = {
    sales_entries: entries.map((entry) => {
      const { revisions } = entry;
      return { ...entry, ...countingOf(revisions) };
    }),
    live_sessions: inEvenings(sessions.map((session) => books.session(session))),
    sales_days: books.salesDays(byId(collections, 'sales_days')),
    year_totals: books.yearTotals(byId(collections, 'year_totals')),
    shop_years: books.shopYears(byId(collections, 'shop_years')),
  };
  return new Map([...collections, ...(Object.entries(rebuilt) as [string, StoredDoc[]][])]);
}
