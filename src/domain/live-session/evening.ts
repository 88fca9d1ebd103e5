import { hasSales, type HostScope } from '../sales/host-scopes';
import { type Instant, minutesBetween } from '../time';
import type { KeptHost, SessionHost } from './hosts';
import { type LiveSessionRun, onAirSeconds } from './live-session';
import { type LiveSessionStage, stageOf } from './stage';

/** Sessions of which one evening can be made. */
export const MAX_PIECES = 10;

/** Minutes off air from which a session is another evening, and not the next piece of this one. */
const MAX_GAP_MINUTES = 30;

/** A further piece of an evening, as the evening keeps it; brought up to date with the piece. */
export interface PieceRecord {
  readonly id: string;
  readonly title: string;
  readonly hosts: readonly KeptHost[];
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly onAirSeconds: number;
  readonly scopes: readonly HostScope[];
}

/** What decides whether a session can be a piece of an evening. */
export interface Piece extends LiveSessionRun {
  readonly _id: string;
  readonly title: string;
  readonly precision: 'instant' | 'day';
  readonly hosts: readonly KeptHost[];
  readonly accountId: string | null;
  readonly scopes: readonly HostScope[];
  readonly parentId: string | null;
  readonly pieces: readonly PieceRecord[];
}

/** Why sessions are not pieces of one evening. */
export const JOIN_PROBLEMS = [
  'not_ended',
  'no_times',
  'joined_already',
  'other_account',
  'overlapping',
  'far_apart',
] as const;

/** One of {@link JOIN_PROBLEMS}. */
export type JoinProblem = (typeof JOIN_PROBLEMS)[number];

/** The real start and end of a piece that is over and known to the minute; null for any other. */
function ranFrom(piece: Pick<Piece, 'precision' | 'startedAt' | 'endedAt' | 'pieces'>) {
  const { startedAt, precision } = piece;
  const endedAt = eveningEnd(piece);
  if (precision !== 'instant' || startedAt === null || endedAt === null) return null;
  return { startedAt, endedAt };
}

/** When an evening ended: its last piece, or the session itself where it is not joined. */
export function eveningEnd({ endedAt, pieces }: Pick<Piece, 'endedAt' | 'pieces'>): Instant | null {
  return pieces[pieces.length - 1]?.endedAt ?? endedAt;
}

/** Whom an evening shows: the hosts of all its pieces, the main host of the first one first. */
export function eveningHosts<Host extends SessionHost>({
  hosts,
  pieces,
}: {
  readonly hosts: readonly Host[];
  readonly pieces: readonly { readonly hosts: readonly Host[] }[];
}): Host[] {
  const all = [...hosts, ...pieces.flatMap((piece) => piece.hosts)];
  return all.filter(({ id }, index) => all.findIndex((host) => host.id === id) === index);
}

/** What was sold in an evening, piece by piece: the same host may stand in several parts. */
export function eveningScopes({
  scopes,
  pieces,
}: {
  readonly scopes: readonly HostScope[];
  readonly pieces: readonly { readonly scopes: readonly HostScope[] }[];
}): HostScope[] {
  return [...scopes, ...pieces.flatMap((piece) => piece.scopes)];
}

/** The stage of a session: as a piece it has none of its own, as an evening that of all its pieces. */
export function stageIn(session: Pick<Piece, 'state' | 'scopes' | 'parentId' | 'pieces'>) {
  if (session.parentId !== null) return 'piece' satisfies LiveSessionStage;
  return stageOf(session.state, hasSales(eveningScopes(session)));
}

/** A session that ended, as the evening keeps it that it is a piece of. */
export function pieceRecord(piece: Piece): PieceRecord {
  const ran = ranFrom({ ...piece, pieces: [] });
  if (ran === null) throw new RangeError('a piece has real times');
  const { _id: id, title, hosts, scopes } = piece;
  return { id, title, hosts, scopes, ...ran, onAirSeconds: onAirSeconds(piece, ran.endedAt) ?? 0 };
}

/** By which two sessions are of one evening: the account, without one the main host. */
export function evenKey({ accountId, hosts }: Pick<Piece, 'accountId' | 'hosts'>): string | null {
  return accountId ?? hosts[0]?.id ?? null;
}

type Neighbour = Pick<
  Piece,
  'state' | 'precision' | 'startedAt' | 'endedAt' | 'accountId' | 'hosts' | 'pieces' | 'parentId'
>;

/** Why a session cannot be a piece at all; null when it can. */
function pieceProblem(piece: Neighbour): JoinProblem | null {
  if (piece.state !== 'ended') return 'not_ended';
  if (ranFrom(piece) === null) return 'no_times';
  return piece.parentId === null ? null : 'joined_already';
}

/** Why one session does not go on with the next; null when it does. */
function gapProblem(piece: Neighbour, next: Neighbour): JoinProblem | null {
  const [ran, goesOn] = [ranFrom(piece), ranFrom(next)];
  if (ran === null || goesOn === null) return 'no_times';
  const key = evenKey(piece);
  const isSame = key !== null && key === evenKey(next) && piece.accountId === next.accountId;
  if (!isSame) return 'other_account';
  if (goesOn.startedAt < ran.endedAt) return 'overlapping';
  const gap = minutesBetween(ran.endedAt, goesOn.startedAt);
  return gap < MAX_GAP_MINUTES ? null : 'far_apart';
}

/** Sessions that took place, by their real start. */
export function byStart<P extends Pick<Piece, 'startedAt'>>(pieces: readonly P[]): P[] {
  return [...pieces].sort((a, b) => ((a.startedAt ?? '') < (b.startedAt ?? '') ? -1 : 1));
}

/** Why sessions, by their start, are not one evening; null when they are. */
export function joinProblem(pieces: readonly Neighbour[]): JoinProblem | null {
  const gaps = pieces
    .slice(1)
    .map((next, index) => () => gapProblem(pieces[index] as Neighbour, next));
  const checks = [...pieces.map((piece) => () => pieceProblem(piece)), ...gaps];
  return checks.reduce<JoinProblem | null>((found, check) => found ?? check(), null);
}

/** Pieces of an evening, or 1 of a session by itself. */
export function pieceCount({ pieces }: { readonly pieces: readonly unknown[] }): number {
  return pieces.length + 1;
}

/**
 * The sessions that go on with one, by their start and with it: those that broke off and went on on the
 * same account within half an hour. Only the session itself where there is none.
 */
export function eveningAround<P extends Neighbour & { readonly _id: string }>(
  session: P,
  others: readonly P[],
): P[] {
  if (pieceProblem(session) !== null) return [session];
  const all = byStart([...others.filter(({ _id }) => _id !== session._id), session]).filter(
    (piece) => pieceProblem(piece) === null,
  );
  const goesOn = (piece: P, next: P): boolean => gapProblem(piece, next) === null;
  let chain = [session];
  const fits = (next: P): boolean =>
    [...chain, next].reduce((sum, piece) => sum + pieceCount(piece), 0) <= MAX_PIECES;
  for (;;) {
    const [first, last] = [chain[0], chain[chain.length - 1]];
    if (first === undefined || last === undefined) return chain;
    const rest = all.filter((piece) => !chain.includes(piece));
    const after = rest.find((next) => goesOn(last, next));
    const before = rest.find((piece) => goesOn(piece, first));
    if (after !== undefined && fits(after)) chain = [...chain, after];
    else if (before !== undefined && fits(before)) chain = [before, ...chain];
    else return chain;
  }
}
