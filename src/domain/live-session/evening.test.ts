import { describe, expect, it } from 'vitest';

import { EMPTY_SCOPE } from '../sales/scope';
import { addMinutes } from '../time';
import {
  eveningAround,
  eveningHosts,
  joinProblem,
  MAX_PIECES,
  type Piece,
  pieceRecord,
  stageIn,
} from './evening';

const START = '2026-11-20T12:00:00.000Z';
const at = (minute: number): string => addMinutes(START, minute);

function buildPiece(from: number, to: number, overrides: Partial<Piece> = {}): Piece {
  return {
    _id: `piece-${String(from)}`,
    title: '一场',
    precision: 'instant',
    hosts: [{ id: 'ahe', name: '阿禾', isPlanned: true }],
    accountId: 'account',
    scopes: [],
    parentId: null,
    pieces: [],
    state: 'ended',
    startAt: at(from),
    endAt: at(to),
    startedAt: at(from),
    endedAt: at(to),
    pauses: [],
    ...overrides,
  };
}

function sold(hostId: string, paidFen: number) {
  const totals = { ...EMPTY_SCOPE, paidFen, paidCount: 1 };
  return { hostId, bookedOn: '2026-11-20', totals };
}

describe('joinProblem', () => {
  it('joins what goes on within half an hour, and not from half an hour', () => {
    expect(joinProblem([buildPiece(0, 60), buildPiece(89, 100)])).toBeNull();
    expect(joinProblem([buildPiece(0, 60), buildPiece(60, 100)])).toBeNull();
    expect(joinProblem([buildPiece(0, 60), buildPiece(90, 100)])).toBe('far_apart');
    const seconds = { endedAt: '2026-11-20T12:59:59.000Z' };
    expect(joinProblem([buildPiece(0, 60, seconds), buildPiece(89, 100)])).toBeNull();
  });

  it('names what is not one evening', () => {
    const piece = buildPiece(0, 60);
    const next = (overrides: Partial<Piece>) => joinProblem([piece, buildPiece(70, 90, overrides)]);
    expect(next({ accountId: 'other' })).toBe('other_account');
    expect(next({ state: 'live' })).toBe('not_ended');
    expect(next({ precision: 'day' })).toBe('no_times');
    expect(next({ parentId: 'evening' })).toBe('joined_already');
    expect(joinProblem([piece, buildPiece(59, 90)])).toBe('overlapping');
  });

  it('takes the main host where there is no account', () => {
    const none = { accountId: null };
    expect(joinProblem([buildPiece(0, 60, none), buildPiece(70, 90, none)])).toBeNull();
    const other = { ...none, hosts: [{ id: 'laowu', name: '老吴', isPlanned: true }] };
    expect(joinProblem([buildPiece(0, 60, none), buildPiece(70, 90, other)])).toBe('other_account');
    const unnamed = { ...none, hosts: [] };
    const twoWithout = [buildPiece(0, 60, unnamed), buildPiece(70, 90, unnamed)];
    expect(joinProblem(twoWithout)).toBe('other_account');
  });
});

describe('eveningAround', () => {
  const ids = (pieces: readonly Piece[]): string[] => pieces.map(({ _id }) => _id);

  it('finds what was before and what came after, and stops at a long break', () => {
    const all = [buildPiece(0, 20), buildPiece(25, 60), buildPiece(70, 90), buildPiece(120, 130)];
    const [first, second, third, far] = all as [Piece, Piece, Piece, Piece];
    for (const piece of [first, second, third]) {
      expect(ids(eveningAround(piece, all))).toEqual(ids([first, second, third]));
    }
    expect(eveningAround(far, all)).toEqual([far]);
  });

  it('offers no more pieces than can be joined, those of an evening counted', () => {
    const all = Array.from({ length: MAX_PIECES + 2 }, (_, index) =>
      buildPiece(index * 20, index * 20 + 10),
    );
    expect(eveningAround(all[0] as Piece, all)).toHaveLength(MAX_PIECES);
    const joined = all.slice(1, MAX_PIECES).map(pieceRecord);
    const evening = { ...(all[0] as Piece), pieces: joined };
    expect(eveningAround(evening, all.slice(MAX_PIECES))).toEqual([evening]);
  });
});

describe('an evening', () => {
  it('counts the seconds on air of its pieces, without pauses and gaps', () => {
    const pause = { from: at(70), to: at(80) };
    const pieces = [buildPiece(0, 60), buildPiece(65, 95, { pauses: [pause] })];
    expect(pieces.map((piece) => pieceRecord(piece).onAirSeconds)).toEqual([60 * 60, 20 * 60]);
  });

  it('names each host once, the main host of the first piece first', () => {
    const laowu = { id: 'laowu', name: '老吴', isPlanned: true };
    const first = buildPiece(0, 60);
    const second = buildPiece(70, 90, { hosts: [laowu, ...first.hosts] });
    const hosts = eveningHosts({ ...first, pieces: [second] });
    expect(hosts.map(({ id }) => id)).toEqual(['ahe', 'laowu']);
  });

  it('is recorded as soon as one of its pieces is', () => {
    const unrecorded = buildPiece(0, 60, { pieces: [pieceRecord(buildPiece(70, 90))] });
    expect(stageIn(unrecorded)).toBe('to_record');
    const pieces = [pieceRecord(buildPiece(70, 90, { scopes: [sold('ahe', 1)] }))];
    expect(stageIn({ ...unrecorded, pieces })).toBe('recorded');
    expect(stageIn({ ...unrecorded, parentId: 'evening' })).toBe('piece');
  });
});
