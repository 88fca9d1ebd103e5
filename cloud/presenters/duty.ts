import type {
  Duty,
  DutyCorrection,
  DutyExportRow,
  DutyItem,
  DutyLast,
  DutyLists,
  DutyMark,
} from '../../src/contract/duty';
import type { Checklist } from '../../src/domain/duty/checklist';
import {
  type Correction,
  keptUntil,
  type Mark,
  type Seller,
  type TickedItem,
  tickOf,
  uncheckedHosts,
} from '../../src/domain/duty/record';
import type { SessionHost } from '../../src/domain/live-session/hosts';
import { stateAt } from '../../src/domain/live-session/live-session';
import type { DutyRecordDoc, LiveSessionDoc } from '../database/documents';

/** Who reads, and when. */
interface Reader {
  person: string;
  now: string;
}

/** A session, as far as a record shows it. */
type ShownSession = Pick<
  LiveSessionDoc,
  | '_id'
  | 'title'
  | 'precision'
  | 'startAt'
  | 'endAt'
  | 'bookedOn'
  | 'state'
  | 'startedAt'
  | 'endedAt'
  | 'hosts'
>;

function presentMark(mark: Mark, { person }: Reader): DutyMark {
  const by = mark.person === person ? 'you' : 'team';
  return { at: mark.at, by, role: mark.role, name: mark.name };
}

function presentMarkOrNull(mark: Mark | null, reader: Reader): DutyMark | null {
  return mark === null ? null : presentMark(mark, reader);
}

function presentHosts(hosts: readonly SessionHost[]): SessionHost[] {
  return hosts.map(({ id, name }) => ({ id, name }));
}

function presentSeller(seller: Seller | null): Seller | null {
  if (seller === null) return null;
  const { name, creditCode, permitNo } = seller;
  return { name, creditCode, permitNo };
}

function presentItem({ id, known, text }: TickedItem, tick: DutyMark | null): DutyItem {
  return { id, known, text, tick };
}

function presentCorrection(correction: Correction, reader: Reader): DutyCorrection {
  return {
    id: correction.id,
    at: correction.at,
    text: correction.text,
    noted: presentMark(correction.noted, reader),
    withdrawn: presentMarkOrNull(correction.withdrawn, reader),
  };
}

function presentRecord(record: DutyRecordDoc, session: ShownSession, reader: Reader) {
  const { identity, listId, listName } = record;
  return {
    identity:
      identity === null
        ? null
        : { mark: presentMark(identity, reader), hosts: presentHosts(identity.hosts) },
    licence: presentMarkOrNull(record.licence, reader),
    seller: presentSeller(record.seller),
    isAiPresenter: record.isAiPresenter,
    confirmed: presentMarkOrNull(record.confirmed, reader),
    corrections: record.corrections.map((correction) => presentCorrection(correction, reader)),
    list: listId === null ? null : { id: listId, name: listName },
    items: record.items.map((item) =>
      presentItem(item, presentMarkOrNull(tickOf(record, session.hosts, item), reader)),
    ),
    keptUntil: keptUntil(session),
  };
}

function presentSession(session: ShownSession, { now }: Reader) {
  return {
    title: session.title,
    precision: session.precision,
    startAt: session.startAt,
    endAt: session.endAt,
    bookedOn: session.bookedOn,
    state: stateAt(session, now),
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    hosts: presentHosts(session.hosts),
  };
}

/** The record of a session, for one of the store's people. */
export function presentDuty(
  { session, record }: { session: LiveSessionDoc; record: DutyRecordDoc },
  may: Duty['may'],
  reader: Reader,
): Duty {
  return {
    sessionId: session._id,
    shopId: session.shopId,
    session: { ...presentSession(session, reader), isAiPresenter: session.isAiPresenter },
    ...presentRecord(record, session, reader),
    uncheckedHosts: presentHosts(uncheckedHosts(record.identity, session.hosts)),
    may,
    version: record.version,
    revision: record.revision,
  };
}

/** What was stated last in a store. */
export function presentLast({
  session,
  record,
}: {
  session: Pick<LiveSessionDoc, 'title' | 'startAt'>;
  record: DutyRecordDoc;
}): NonNullable<DutyLast> {
  return {
    title: session.title,
    startAt: session.startAt,
    seller: presentSeller(record.seller),
  };
}

/** The lists of a store. */
export function presentLists(
  shopId: string,
  lists: readonly Checklist[],
  version: number,
): DutyLists {
  return {
    shopId,
    lists: lists.map(({ id, name, items }) => ({
      id,
      name,
      items: items.map((item) => ({ id: item.id, known: item.known, text: item.text })),
    })),
    version,
  };
}

/** A session of an export with its record. */
export function presentExported(
  session: ShownSession & Pick<LiveSessionDoc, 'platform' | 'accountName'>,
  record: DutyRecordDoc | null,
  reader: Reader,
): DutyExportRow {
  return {
    sessionId: session._id,
    ...presentSession(session, reader),
    platform: session.platform,
    accountName: session.accountName,
    record: record === null ? null : presentRecord(record, session, reader),
  };
}
