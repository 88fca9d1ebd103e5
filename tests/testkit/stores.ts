import type { LocalCloud } from 'local-cloud';
import type { ReviewDoc } from '../../cloud/database/review-documents';
import { setVerifier } from '../../demo/verifier-role';
import type { EndpointName, InputOf } from '../../src/contract/endpoints';
import type { LiveSession } from '../../src/contract/live-session';
import type { LiveSessionState } from '../../src/domain/live-session/live-session';
import { addMinutes } from '../../src/domain/time';
import {
  buildCorrection,
  buildPaid,
  buildPlan,
  buildRegistration,
  COMPLETE_DISCLOSURE,
  CONFIRMED,
} from './builders';
import { callAs, type TestCaller } from './cloud';

/** The frozen time of the walks: 24 November 2026, 10:00 in China. */
export const NOW = '2026-11-24T02:00:00.000Z';
/** The China day of {@link NOW}. */
export const TODAY = '2026-11-24';

/** A streamer's store and its owner. */
export interface TestStore {
  owner: TestCaller;
  shopId: string;
  hostId: string;
  accountId: string;
}

/** Registers a streamer's store. */
export async function openStore(
  cloud: LocalCloud,
  person: string,
  overrides: Partial<InputOf<'shop.register'>> = {},
): Promise<TestStore> {
  const owner = callAs(cloud, person);
  const { shop, hosts } = await owner.ok('shop.register', buildRegistration(overrides));
  const accountId = shop.accounts[0]?.id ?? '';
  return { owner, shopId: shop.id, hostId: hosts[0]?.id ?? '', accountId };
}

/** The progress of a store in 2026 as it is now, unless asked otherwise. */
export function progressOf(
  { owner, shopId }: Pick<TestStore, 'owner' | 'shopId'>,
  asked: Partial<InputOf<'incentive.progress'>> = {},
) {
  const today = { shopId, hostId: null, year: 2026, asOf: null, knownRuleSets: [] };
  return owner.ok('incentive.progress', { ...today, ...asked });
}

/** The current version of a store. */
export async function versionOf({ owner, shopId }: TestStore): Promise<number> {
  const { shops } = await owner.ok('shop.mine', {});
  return shops.find(({ shop }) => shop.id === shopId)?.shop.version ?? 0;
}

/** A complete edit of the registered store, with a complete disclosure. */
export function buildEdit(
  { shopId, hostId, accountId }: TestStore,
  version: number,
  overrides: Partial<InputOf<'shop.update'>> = {},
): InputOf<'shop.update'> {
  const { name, legalForm, lineOfBusiness, place, account } = buildRegistration();
  return {
    shopId,
    version,
    name,
    legalForm,
    lineOfBusiness,
    place,
    accounts: [{ ...account, id: accountId, hostId }],
    intro: '每晚八点',
    phone: null,
    disclosure: COMPLETE_DISCLOSURE,
    ...overrides,
  };
}

/** Completes the disclosure and makes the page public. */
export async function publish(
  store: TestStore,
  edit: Partial<InputOf<'shop.update'>> = {},
): Promise<void> {
  const { shop } = await store.owner.ok(
    'shop.update',
    buildEdit(store, await versionOf(store), edit),
  );
  const consent = { isPublished: true, consent: true };
  await store.owner.ok('shop.publish', { shopId: store.shopId, version: shop.version, ...consent });
}

/** As `publish`, of a store that is verified: discovery shows it. */
export async function publishVerified(
  cloud: LocalCloud,
  store: TestStore,
  edit: Partial<InputOf<'shop.update'>> = {},
): Promise<void> {
  const { owner, shopId } = store;
  const { shop } = await owner.ok('shop.update', buildEdit(store, await versionOf(store), edit));
  await owner.ok('shop.submit', { shopId, version: shop.version });
  await approve(cloud, shopId);
  const consent = { isPublished: true, consent: true };
  await owner.ok('shop.publish', { shopId, version: await versionOf(store), ...consent });
}

/** A verifier, who has no place in any store. */
export async function verifierIn(cloud: LocalCloud, person = 'verifier'): Promise<TestCaller> {
  await setVerifier(cloud, person, { name: '核对员', grantedAt: '2026-11-01T00:00:00.000Z' });
  return callAs(cloud, person);
}

/** The last review of a store, as it is stored. */
export function lastReview({ database }: LocalCloud, shopId: string): ReviewDoc {
  const reviews = database.find('reviews', { subjectId: shopId }) as unknown as ReviewDoc[];
  const last = reviews.sort((a, b) => (a.submittedAt < b.submittedAt ? -1 : 1)).at(-1);
  if (last === undefined) throw new Error('nothing was handed in');
  return last;
}

/** Approves what a store has handed in. */
export async function approve(cloud: LocalCloud, shopId: string): Promise<void> {
  const verifier = await verifierIn(cloud);
  const { _id, version } = lastReview(cloud, shopId);
  const decision = { outcome: 'approved' as const, reasons: [] };
  await verifier.ok('review.decide', { reviewId: _id, version, ...decision });
}

type Take = (owner: TestCaller, sessionId: string) => Promise<unknown>;
const live: Take = (owner, sessionId) =>
  owner.ok('liveSession.goLive', { sessionId, at: null, confirmed: ['early_start'] });

/** The steps from a new plan to a state. */
const WAY: Record<LiveSessionState, readonly Take[]> = {
  scheduled: [],
  unconfirmed: [],
  live: [live],
  paused: [live, (owner, sessionId) => owner.ok('liveSession.pause', { sessionId })],
  ended: [
    live,
    (owner, sessionId) =>
      owner.ok('liveSession.end', { sessionId, at: null, confirmed: ['short'] }),
  ],
  cancelled: [(owner, sessionId) => owner.ok('liveSession.cancel', { sessionId })],
};

/** A session of the store in a state, at {@link NOW}. */
export async function sessionIn(
  { owner, shopId, hostId, accountId }: TestStore,
  state: LiveSessionState,
  overrides: Partial<InputOf<'liveSession.schedule'>> = {},
): Promise<LiveSession> {
  // Half an hour without a start makes a plan unconfirmed.
  const start = state === 'unconfirmed' ? '2026-11-24T01:00' : '2026-11-24T12:00';
  const times = { startAt: `${start}:00.000Z`, endAt: '2026-11-24T16:00:00.000Z' };
  const plan = buildPlan({ shopId, hostIds: [hostId], accountId, ...times, ...overrides });
  const { session } = await owner.ok('liveSession.schedule', plan);
  for (const take of WAY[state]) await take(owner, session.id);
  return (await owner.ok('liveSession.get', { sessionId: session.id })).session;
}

/** Past sessions of ten minutes that went on with each other after as many, oldest first. */
export async function piecesIn(
  { owner, shopId, hostId, accountId }: TestStore,
  count: number,
): Promise<LiveSession[]> {
  const pieces: LiveSession[] = [];
  for (let index = 0; index < count; index += 1) {
    const startedAt = addMinutes('2026-11-20T12:00:00.000Z', index * 20);
    const { session } = await owner.ok('liveSession.backfill', {
      shopId,
      hostIds: [hostId],
      accountId,
      title: `第 ${String(index + 1)} 段`,
      when: { precision: 'instant', startedAt, endedAt: addMinutes(startedAt, 10) },
      figure: null,
      confirmed: CONFIRMED,
    });
    pieces.push(session);
  }
  return pieces;
}

/** Input with which sessions are joined. */
export function joinOf({ shopId }: TestStore, pieces: readonly LiveSession[]) {
  return { shopId, sessions: pieces.map(({ id, version }) => ({ sessionId: id, version })) };
}

/** Joins sessions to an evening. */
export async function eveningIn(
  store: TestStore,
  pieces: readonly LiveSession[],
): Promise<LiveSession> {
  return (await store.owner.ok('liveSession.join', joinOf(store, pieces))).session;
}

/** Notes a correction made on air in a session that took place. @returns its id. */
export async function correctionIn(
  { owner }: Pick<TestStore, 'owner'>,
  sessionId: string,
): Promise<string> {
  const correction = { at: null, text: '更正：材质是牛津布', signature: null };
  const { duty } = await owner.ok('duty.correct', { sessionId, ...correction });
  return duty.corrections[duty.corrections.length - 1]?.id ?? '';
}

/** Valid input of an endpoint; `version` is the store's. */
type Inputs = { [N in EndpointName]: InputOf<N> };

/** For every endpoint, an input about the store that its owner could send. */
export function inputsAbout(
  store: TestStore,
  ids: {
    sessionId: string;
    entryId: string;
    declarationId: string;
    version: number;
    /** An open invitation of the store, and its code. */
    code?: string;
    invitationId?: string;
    /** A member of the team who is not its owner. */
    memberId?: string;
    correctionId?: string;
    /** Something that the store has handed in. */
    reviewId?: string;
    reportId?: string;
    /** A host who is not the streamer of the store. */
    otherHostId?: string;
  },
): Inputs {
  const { shopId, hostId, accountId } = store;
  const { sessionId, entryId, declarationId, version, code = 'nobodyscode0' } = ids;
  const { correctionId = `${shopId}.cmadeup00`, reviewId = `${shopId}.vmadeup00` } = ids;
  const { invitationId = `${shopId}.imadeup000000`, memberId = 'm2' } = ids;
  const { reportId = reviewId } = ids;
  const signature = '林晓';
  const paid = buildPaid(shopId, sessionId);
  const day = '2026-11-20';
  const later = { startAt: '2026-11-26T12:00:00.000Z', endAt: '2026-11-26T16:00:00.000Z' };
  const {
    shopId: _shopId,
    repeat: _repeat,
    ...plan
  } = buildPlan({
    shopId,
    hostIds: [hostId],
    accountId,
  });
  const page = { cursor: null };
  const year = { shopId, hostId, year: 2026 };
  return {
    'shop.register': buildRegistration(),
    'shop.mine': {},
    'shop.update': buildEdit(store, version),
    'shop.submit': { shopId, version },
    'audience.count': { shopId, sessionId, event: 'chat' },
    'audience.read': { shopId, sessionId },
    'follow.set': { shopId, isFollowing: true },
    'follow.list': {},
    'follow.count': { shopId },
    'report.send': { shopId, sessionId: null, reason: 'unlawful', words: '' },
    'report.decide': { reviewId: reportId, version: 1, outcome: 'dismissed', words: '' },
    'report.appeal': { shopId, words: '已改好，请再看看' },
    'shop.publish': { shopId, version, isPublished: false, consent: false },
    'host.add': { shopId, name: '新主播', account: { platform: 'taobao', name: '新账号' } },
    'host.list': { shopId },
    'host.share': { hostId, isSharingSums: true },
    'host.rename': { hostId, version: 1, name: '另一个名字' },
    'host.retire': { hostId: ids.otherHostId ?? hostId, version: 1, isRetired: true },
    'host.plans': { hostId },
    'host.unlink': { hostId },
    'team.list': { shopId },
    'team.invite': { shopId, role: 'operator', name: '小王', hostId: null },
    'team.offer': { shopId, memberId },
    'team.withdraw': { shopId, invitationId },
    'team.changeRole': { shopId, memberId, role: 'finance' },
    'team.remove': { shopId, memberId },
    'team.leave': { shopId },
    'team.invitation': { code },
    'team.join': { shopId, code },
    'applicant.declare': { shopId, hostId, fact: 'local_streamer', value: true, year: null },
    'applicant.withdraw': { shopId, hostId, declarationId },
    'applicant.recordFollowers': { shopId, accountId, count: 12, readOn: TODAY },
    'liveSession.schedule': buildPlan({ shopId, hostIds: [hostId], accountId }),
    'liveSession.edit': {
      ...plan,
      sessionId,
      version: 1,
      ...later,
      which: 'this',
    },
    'liveSession.startNow': {
      shopId,
      title: '现在开播',
      hostIds: [hostId],
      accountId,
      isAiPresenter: false,
      minutes: 240,
      confirmed: ['already_on_air'],
    },
    'liveSession.undoSeries': { sessionId, version: 1 },
    'liveSession.series': { seriesId: `${shopId}.qmadeup000001` },
    'liveSession.goLive': { sessionId, at: null, confirmed: ['early_start'] },
    'liveSession.pause': { sessionId },
    'liveSession.resume': { sessionId },
    'liveSession.end': { sessionId, at: null, confirmed: ['short'] },
    'liveSession.undo': { sessionId, version: 1 },
    'liveSession.correct': {
      sessionId,
      // Of a session that was planned, started and ended.
      version: 3,
      startedAt: '2026-11-23T12:00:00.000Z',
      endedAt: '2026-11-23T16:00:00.000Z',
      pauses: [],
      reason: '开播忘了点',
      withSales: true,
    },
    'liveSession.moveSales': { sessionId },
    'liveSession.cancel': { sessionId },
    'liveSession.joinable': { sessionId },
    'liveSession.join': {
      shopId,
      sessions: [
        { sessionId, version: 1 },
        { sessionId: `${shopId}.lmadeup00`, version: 1 },
      ],
    },
    'liveSession.split': { sessionId, version: 1 },
    'liveSession.backfill': {
      shopId,
      hostIds: [hostId],
      accountId,
      title: '补录',
      when: { precision: 'day', day },
      figure: { kind: 'paid', amountFen: 1, basis: 'self_reported', source: null, soldFor: null },
      confirmed: CONFIRMED,
    },
    'liveSession.get': { sessionId },
    'liveSession.history': { sessionId, page: 1 },
    'liveSession.list': { shopId, tab: 'all', ...page },
    'liveSession.months': year,
    'liveSession.todo': { shopId, year: year.year },
    'liveSession.search': { shopId, words: '测试', ...page },
    'console.mark': {
      sessionId,
      marks: [{ id: 'mark0000001', kind: 'viewers', value: 1284, of: null, at: NOW }],
      after: 0,
    },
    'console.read': { sessionId, after: 0 },
    'duty.get': { sessionId },
    'duty.confirm': {
      sessionId,
      version: 0,
      seller: { who: 'store' },
      isAiPresenter: false,
      isIdentityChecked: true,
      isLicenceChecked: true,
      signature,
    },
    'duty.tick': { sessionId, itemId: 'equipment', isDone: true, tickedAt: null, signature },
    'duty.choose': { sessionId, listId: 'other_seller', insteadOf: 'usual' },
    'duty.correct': { sessionId, at: null, text: '更正：材质是牛津布', signature },
    'duty.withdraw': { sessionId, correctionId, signature },
    'duty.lists': { shopId },
    'duty.saveLists': {
      shopId,
      version: 0,
      lists: [{ id: null, name: '开播前', items: [{ known: 'equipment', text: null }] }],
    },
    'duty.export': { shopId, year: 2026, cursor: null },
    'sales.record': paid,
    'sales.replace': buildCorrection(shopId, entryId, { amountFen: 77 }),
    'sales.move': {
      ...buildCorrection(shopId, entryId, { amountFen: 78 }),
      target: { of: 'day', bookedOn: day, hostId, accountId },
    },
    'sales.undo': { shopId, entryId },
    'sales.ledger': { shopId, sessionId, month: null, ...page },
    'incentive.progress': { ...year, asOf: null, knownRuleSets: [] },
    'incentive.explain': { ...year, metric: 'net_sales', month: null, ...page },
    'incentive.year': year,
    'incentive.home': { shopId, year: 2026, knownRuleSets: [] },
    'incentive.hosts': { shopId, year: 2026, knownRuleSets: [] },
    'incentive.mine': { year: 2026, knownRuleSets: [] },
    'clock.read': {},
    'review.decide': { reviewId, version: 1, outcome: 'approved', reasons: [] },
    'review.get': { reviewId },
    'review.hold': { reviewId },
    'review.list': { kind: 'identity', list: 'waiting', ...page },
    'discover.list': page,
    'discover.ahead': page,
    'shop.view': { shopId },
    'shop.sessions': { shopId, which: 'ahead', ...page },
    'liveSession.view': { sessionId },
    'incentive.precheck': {
      lineOfBusiness: 'streamer',
      netFen: 1,
      followers: 1,
      paidInCapitalFen: null,
      operatingRevenueFen: null,
    },
  };
}

/** Every stored document, to check that nothing changed. */
export function everythingIn({ database }: LocalCloud): Record<string, unknown> {
  return Object.fromEntries(
    database.collections().map((name) => [name, database.readAll(name)] as const),
  );
}
