import { medianOf } from '../money/median';
import type { NetBounds } from '../sales/bounds';

/** What is compared of a session. */
export interface ComparedSession {
  readonly id: string;
  readonly title: string;
  /** UTC. */
  readonly startAt: string;
  /** The evening that it is a further piece of; the evening stands for it. */
  readonly parentId: string | null;
  readonly figures: { readonly net: NetBounds | null };
}

/** A session with its net. */
export interface SessionNet {
  readonly id: string;
  readonly title: string;
  readonly startAt: string;
  readonly net: NetBounds;
}

/** A session beside those before it. */
export interface BesideLast {
  /** Earliest first; without the session itself. */
  readonly before: readonly SessionNet[];
  readonly own: SessionNet;
  /** Median net of those before, fen: a range where the net of one of them is. */
  readonly median: NetBounds;
}

/** Sessions in the picture, the one that is compared included. */
const MAX_COMPARED = 10;
/** Fewer sessions before it say nothing of what is usual. */
const MIN_BEFORE = 3;

/**
 * A session beside the last ones before it that have a net; one without amounts is left out: blank
 * is not zero.
 * @param sessions in any order; later ones, and the session itself, may be among them.
 * @returns null without a net of its own, and with fewer than three sessions before it.
 */
export function besideLast(
  own: ComparedSession,
  sessions: readonly ComparedSession[],
): BesideLast | null {
  const [ownNet] = netsOf([own]);
  const isBefore = ({ id, startAt, parentId }: ComparedSession): boolean =>
    id !== own.id && parentId === null && isEarlier({ id, startAt }, own);
  const before = netsOf(sessions.filter(isBefore))
    .sort((a, b) => (isEarlier(a, b) ? -1 : 1))
    .slice(1 - MAX_COMPARED);
  if (ownNet === undefined || before.length < MIN_BEFORE) return null;
  const median = {
    low: medianOf(before.map(({ net }) => net.low)),
    high: medianOf(before.map(({ net }) => net.high)),
  };
  return { before, own: ownNet, median };
}

/** Equal times by id, as lists have it. */
function isEarlier(
  a: Pick<ComparedSession, 'id' | 'startAt'>,
  b: Pick<ComparedSession, 'id' | 'startAt'>,
): boolean {
  return a.startAt === b.startAt ? a.id < b.id : a.startAt < b.startAt;
}

function netsOf(sessions: readonly ComparedSession[]): SessionNet[] {
  return sessions.flatMap(({ id, title, startAt, figures: { net } }) =>
    net === null ? [] : [{ id, title, startAt, net }],
  );
}
