import type { LiveSession } from '../contract/live-session';
import type { LedgerEntry } from '../contract/sales';
import type { Host, OwnShop } from '../contract/shop';
import { EMPTY_DISCLOSURE } from '../domain/shop/disclosure';
import { selfHostIdOf } from '../domain/shop/ids';
import { START } from './fake-adapters.fixture';

/** Id of the store of these records. */
export const SHOP_ID = 'sabcdefghijkl';
/** Id of its host. */
export const HOST_ID = selfHostIdOf(SHOP_ID);

/** A store. */
export function buildShop(overrides: Partial<OwnShop> = {}): OwnShop {
  return {
    id: SHOP_ID,
    name: '木棉直播间',
    legalForm: 'individual',
    lineOfBusiness: 'streamer',
    place: { where: 'huadu', town: '狮岭镇', movingOn: null },
    intro: '',
    phone: null,
    accounts: [
      {
        id: `${SHOP_ID}.a0001`,
        platform: 'douyin',
        name: '木棉',
        hostId: null,
        finderUserName: null,
      },
    ],
    disclosure: EMPTY_DISCLOSURE,
    isPublished: false,
    verification: {
      state: 'unverified',
      on: null,
      receipt: null,
      submittedAt: null,
      reasons: [],
      checkedOn: null,
      changed: [],
    },
    suspension: null,
    facts: [],
    followers: [],
    hostCount: 1,
    role: 'owner',
    registeredAt: START,
    waiting: [],
    version: 1,
    ...overrides,
  };
}

/** Its host. */
export function buildHost(overrides: Partial<Host> = {}): Host {
  return {
    isRetired: false,
    version: 1,
    isLinked: false,
    isSharingSums: false,
    id: HOST_ID,
    shopId: SHOP_ID,
    name: '阿棉',
    facts: [],
    followers: [],
    addedAt: START,
    waiting: [],
    ...overrides,
  };
}

/** No entry: blank is not zero. */
export const NO_FIGURES = {
  orderedFen: null,
  paidFen: null,
  refundedFen: null,
  net: null,
  lacksSale: false,
  entryCount: 0,
};

/** A session; `number` makes its id. A later number starts later. */
export function buildSession(number: number, overrides: Partial<LiveSession> = {}): LiveSession {
  return {
    id: `${SHOP_ID}.l${String(number).padStart(4, '0')}`,
    shopId: SHOP_ID,
    title: `第 ${number} 场`,
    hosts: [{ id: HOST_ID, name: '阿棉' }],
    accountId: `${SHOP_ID}.a0001`,
    platform: 'douyin',
    accountName: '木棉',
    precision: 'instant',
    startAt: `2026-12-${String(number).padStart(2, '0')}T12:00:00.000Z`,
    endAt: `2026-12-${String(number).padStart(2, '0')}T14:00:00.000Z`,
    bookedOn: `2026-12-${String(number).padStart(2, '0')}`,
    state: 'scheduled',
    startedAt: null,
    endedAt: null,
    figures: NO_FIGURES,
    hostFigures: [],
    parentId: null,
    pieceCount: 1,
    pieces: [],
    dayFigures: [],
    waiting: [],
    version: 1,
    pauses: [],
    goalFen: null,
    teasers: [],
    seriesId: null,
    isAiPresenter: false,
    history: [],
    historyPages: 0,
    undoable: null,
    ...overrides,
  };
}

/** An entry of the ledger; `number` makes its id. */
export function buildEntry(number: number, overrides: Partial<LedgerEntry> = {}): LedgerEntry {
  return {
    id: `${SHOP_ID}.e${String(number).padStart(4, '0')}`,
    sessionId: `${SHOP_ID}.l0001`,
    sessionTitle: '第 1 场',
    hostId: HOST_ID,
    accountId: `${SHOP_ID}.a0001`,
    platform: 'douyin',
    kind: 'paid',
    amountFen: 12_500_000,
    bookedOn: '2026-11-23',
    returnedOn: null,
    recordedAt: START,
    recordedBy: 'you',
    basis: 'self_reported',
    source: null,
    soldFor: { name: null, aboveThresholdHuadu: 'unknown' },
    status: 'counts',
    replaces: null,
    ...overrides,
  };
}
