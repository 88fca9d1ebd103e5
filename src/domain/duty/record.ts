import type { FieldIssues } from '../field-issues';
import type { SessionHost } from '../live-session/hosts';
import type { LiveSessionRun } from '../live-session/live-session';
import { startOf } from '../live-session/times';
import type { Role } from '../shop/shop';
import { addDays, addMinutes, type ChinaDay, chinaDayOf, type Instant, isChinaDay } from '../time';
import type { ChecklistItem, KnownItem } from './checklist';

/** Who did something, and when. */
export interface Mark {
  readonly at: Instant;
  readonly person: string;
  readonly role: Role;
  /** The name that the person signs with; null where they gave none. */
  readonly name: string | null;
}

/** A check of the presenters' identity, with those whom it covers. */
export interface IdentityCheck extends Mark {
  readonly hosts: readonly SessionHost[];
}

/**
 * Who sells in a session where it is not the store (Order 117 arts 26 and 27). Numbers of identity
 * cards are never asked for.
 */
export interface Seller {
  readonly name: string;
  /** Unified social credit code. */
  readonly creditCode: string | null;
  /** Number of an administrative permit that the goods need. */
  readonly permitNo: string | null;
}

/** A correction that was made on air (Order 117 art. 31). */
export interface Correction {
  readonly id: string;
  /** When it was made on air. */
  readonly at: Instant;
  readonly text: string;
  readonly noted: Mark;
  /** It stays on record and no longer counts. */
  readonly withdrawn: Mark | null;
}

/**
 * Corrections of one session, withdrawn ones included: one every six minutes of the longest plan. Of
 * the longest ones, as many still fit into one answer.
 */
export const MAX_CORRECTIONS = 500;
/** Characters of a correction. */
export const MAX_CORRECTION_LENGTH = 200;
/** Characters of the name that a person signs with. */
export const MAX_SIGNATURE_LENGTH = 20;

/** Years from the end of the session for which its record is kept (Order 117 arts 27, 28, 31). */
const KEPT_YEARS = 3;

/** Minutes around a session's times in which a correction is accepted: taps come late. */
const CORRECTION_GRACE_MINUTES = 60;

/** The times of a session, as a record of it needs them. */
export type RecordedSession = Pick<
  LiveSessionRun,
  'state' | 'startAt' | 'endAt' | 'startedAt' | 'endedAt'
> & { readonly precision: 'instant' | 'day' };

/** When a session ended; null while it has not. One known to the day ended with its day. */
function endOf({ state, precision, endAt, endedAt }: RecordedSession): Instant | null {
  if (endedAt !== null) return endedAt;
  return state === 'ended' && precision === 'day' ? addMinutes(endAt, -1) : null;
}

/** The day until which a session's record is kept at least; null until the session has ended. */
export function keptUntil(session: RecordedSession): ChinaDay | null {
  const end = endOf(session);
  if (end === null) return null;
  const day = chinaDayOf(end);
  const year = String(Number(day.slice(0, 4)) + KEPT_YEARS);
  const kept = `${year}${day.slice(4)}`;
  // 29 February: the day after the last one of the month, never a day too few.
  return isChinaDay(kept) ? kept : addDays(`${year}-02-28`, 1);
}

/** The hosts of a session whom a check of identity does not cover; all of them without a check. */
export function uncheckedHosts(
  check: Pick<IdentityCheck, 'hosts'> | null,
  hosts: readonly SessionHost[],
): SessionHost[] {
  const covered = check?.hosts ?? [];
  return hosts.filter(({ id }) => !covered.some((host) => host.id === id));
}

/** Items that stand for a check of the record: they can be done without being in the list. */
const CHECK_ITEMS = ['presenter_identity', 'licence_valid'] as const satisfies KnownItem[];

/** Whether an item stands for a check of the record. */
export function isCheckItem({ known }: Pick<ChecklistItem, 'known'>): boolean {
  return CHECK_ITEMS.some((check) => check === known);
}

/** The item of a list with this id, or the check that it names; undefined where there is neither. */
export function itemById(items: readonly TickedItem[], id: string): TickedItem | undefined {
  const known = CHECK_ITEMS.find((check) => check === id);
  const check = known === undefined ? undefined : { id, known, text: null, tick: null };
  return items.find((item) => item.id === id) ?? check;
}

/** A record, as far as its list of things to do follows from it. */
export interface Checks {
  readonly identity: IdentityCheck | null;
  readonly licence: Mark | null;
}

/** An item of a session's list, with who did it. */
export interface TickedItem extends ChecklistItem {
  /** Always null for the two items that stand in the record itself. */
  readonly tick: Mark | null;
}

/**
 * Who did an item, and when; null while it is open. The check of identity and that of the licence
 * are kept once, in the record: an item about them shows it.
 * @param hosts who presents as the session is now; one who came later opens the item again.
 */
export function tickOf(
  { identity, licence }: Checks,
  hosts: readonly SessionHost[],
  item: TickedItem,
): Mark | null {
  if (item.known === 'licence_valid') return licence;
  if (item.known !== 'presenter_identity') return item.tick;
  return uncheckedHosts(identity, hosts).length === 0 ? identity : null;
}

/** A record with an item done, or open again (`tick` null); a new check covers all who present now. */
export function withTick<Kept extends Checks & { readonly items: readonly TickedItem[] }>(
  record: Kept,
  hosts: readonly SessionHost[],
  item: TickedItem,
  tick: Mark | null,
): Kept {
  if (item.known === 'licence_valid') return { ...record, licence: tick };
  if (item.known === 'presenter_identity') {
    return { ...record, identity: tick === null ? null : identityCheck(tick, hosts) };
  }
  const items = record.items.map((other) => (other.id === item.id ? { ...other, tick } : other));
  return { ...record, items };
}

/** A check of all who present. */
export function identityCheck(mark: Mark, hosts: readonly SessionHost[]): IdentityCheck {
  return { ...mark, hosts: hosts.map(({ id, name }) => ({ id, name })) };
}

/** The items of another list; done items that it lacks stay below. */
export function withItemsOf(
  before: readonly TickedItem[],
  items: readonly ChecklistItem[],
): TickedItem[] {
  const tickBefore = (id: string) => before.find((other) => other.id === id)?.tick ?? null;
  const left = before.filter(
    ({ id, tick }) => tick !== null && !items.some((other) => other.id === id),
  );
  return [...items.map((item) => ({ ...item, tick: tickBefore(item.id) })), ...left];
}

/**
 * The instant of a correction that is noted with the time `at`, or now. A phone's clock may be
 * seconds ahead: less than a minute in the future is now.
 */
export function correctionAt(at: Instant | null, now: Instant): Instant {
  if (at === null) return now;
  return at > now && at < addMinutes(now, 1) ? now : at;
}

/** The problems of the instant at which a correction was made: it was made on air. */
export function correctionProblems(
  session: RecordedSession,
  at: Instant,
  now: Instant,
): FieldIssues {
  if (at > now) return { at: 'in_the_future' };
  const from = addMinutes(startOf(session), -CORRECTION_GRACE_MINUTES);
  const end = endOf(session);
  const until = end === null ? now : addMinutes(end, CORRECTION_GRACE_MINUTES);
  return at < from || at > until ? { at: 'too_far_apart' } : {};
}
