import type { EndpointName } from '../../src/contract/endpoints';

/** How often a store, its people and its viewers act; estimates, to be replaced by counts. */
export interface Assumptions {
  readonly stores: number;
  /** Sessions of a store in a week. */
  readonly sessionsPerWeek: number;
  /** Amounts recorded for a session. */
  readonly recordsPerSession: number;
  /** How often its people open the home page, the list and a session, per session. */
  readonly homeOpensPerSession: number;
  readonly listOpensPerSession: number;
  readonly sessionOpensPerSession: number;
  /** How often they open the progress to the next tier, per session. */
  readonly progressOpensPerSession: number;
  /** Viewers who open a session's card, per session. */
  readonly viewersPerSession: number;
  /** Viewers who open a store's page in a week. */
  readonly viewersPerStoreWeek: number;
  /** People without a store who open the home page, per store in a week. */
  readonly strangersPerStoreWeek: number;
}

/** Estimates for what was not counted yet. */
export const ASSUMPTIONS: Assumptions = {
  stores: 1000,
  sessionsPerWeek: 4,
  recordsPerSession: 2,
  homeOpensPerSession: 3,
  listOpensPerSession: 2,
  sessionOpensPerSession: 3,
  progressOpensPerSession: 1,
  viewersPerSession: 30,
  viewersPerStoreWeek: 20,
  strangersPerStoreWeek: 10,
};

/** Days of a month, as the timer counts it: four weeks and two days. */
export const DAYS_PER_MONTH = 30;
/** The timer runs every five minutes. */
export const TIMER_RUNS_PER_DAY = 288;
/** Requests of a run that finds no overdue plan, and no answer that need not be kept. */
export const TIMER_WIRE_CALLS = 2;

/** An action of people, with the calls it makes. */
export interface Journey {
  readonly name: string;
  /** How often it happens in a week, in one store. */
  readonly perStoreWeek: (assumed: Assumptions) => number;
  readonly calls: Readonly<Partial<Record<EndpointName, number>>>;
}

/** The calls of pages when they are shown (`src/pages`, `src/merchant`), and of taps. */
export const JOURNEYS: readonly Journey[] = [
  {
    name: 'merchant opens the home page',
    perStoreWeek: (a) => a.sessionsPerWeek * a.homeOpensPerSession,
    calls: { 'discover.list': 1, 'shop.mine': 1, 'liveSession.list': 1, 'incentive.progress': 1 },
  },
  {
    name: 'merchant opens the list of sessions',
    perStoreWeek: (a) => a.sessionsPerWeek * a.listOpensPerSession,
    calls: { 'liveSession.list': 5 },
  },
  {
    name: 'merchant opens a session',
    perStoreWeek: (a) => a.sessionsPerWeek * a.sessionOpensPerSession,
    calls: { 'liveSession.get': 1, 'sales.ledger': 1, 'duty.get': 1 },
  },
  {
    name: 'merchant looks at the next tier',
    perStoreWeek: (a) => a.sessionsPerWeek * a.progressOpensPerSession,
    calls: { 'incentive.progress': 1 },
  },
  {
    name: 'session planned, started and ended',
    perStoreWeek: (a) => a.sessionsPerWeek,
    calls: { 'liveSession.schedule': 1, 'liveSession.goLive': 1, 'liveSession.end': 1 },
  },
  {
    name: 'session prepared: record confirmed, other items ticked',
    perStoreWeek: (a) => a.sessionsPerWeek,
    calls: { 'duty.get': 1, 'duty.confirm': 1, 'duty.tick': 2 },
  },
  {
    name: 'console open for a session: read each minute, a tap every five',
    perStoreWeek: (a) => a.sessionsPerWeek,
    calls: { 'console.read': 180, 'console.mark': 36 },
  },
  {
    name: 'amount recorded',
    perStoreWeek: (a) => a.sessionsPerWeek * a.recordsPerSession,
    calls: { 'liveSession.get': 1, 'sales.record': 1, 'incentive.progress': 1 },
  },
  {
    name: 'viewer opens a session’s card',
    perStoreWeek: (a) => a.sessionsPerWeek * a.viewersPerSession,
    calls: { 'liveSession.view': 1 },
  },
  {
    name: 'viewer opens a store’s page',
    perStoreWeek: (a) => a.viewersPerStoreWeek,
    calls: { 'shop.view': 1 },
  },
  {
    name: 'stranger opens the home page',
    perStoreWeek: (a) => a.strangersPerStoreWeek,
    calls: { 'discover.list': 1, 'shop.mine': 1 },
  },
];
