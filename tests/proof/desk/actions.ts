// Every endpoint as something that a person does: its input, and what may come of it. A new read is called by
// its ordinary input in `inputsAbout`. A new write needs a line here, or the run reports it as never accepted:
// - `by`: who calls it; a person with another role joins the store in `open` of `run.ts`;
// - `weight`: 3 is ordinary, a function of the state for what is seldom possible;
// - `input`: fields that must be about the store as it is now;
// - `explain`: `anyOf(null, 'a_code')` where nothing of it is kept here. A write that others can notice gets a
//   field of `DeskState`, a rule in `explain.ts` that changes it, and a read in `compare` that shows it.
import type { EndpointName } from '../../../src/contract/endpoints';
import type { Dice } from '../../histories/dice';
import { CONFIRMED, COMPLETE_DISCLOSURE } from '../../testkit/builders';
import { inputsAbout, type TestStore } from '../../testkit/stores';
import { isWrite } from '../../testkit/endpoints';
import * as explain from './explain';
import { dataOf, type Explain } from './explain';
import * as reports from './reports';
import { type DeskState, eveningsOf, joinablePairs, type Operation, type Person } from './state';
import * as team from './team';

const MINUTE = 60_000;

/** What an input may be about: the store as it was when everyone looked at it. */
export interface Seen {
  readonly store: TestStore;
  readonly state: DeskState;
  readonly dice: Dice;
  readonly now: number;
  /** The session and the host that most actions of a round are about. */
  readonly sessionId: string;
  readonly hostId: string;
  /** The session as it was read. */
  readonly session: {
    readonly version: number;
    readonly startAt: string;
    readonly endAt: string;
    readonly hostIds: readonly string[];
  };
  /** Another session that ended, with its version; often one that goes on with the first. */
  readonly other: { readonly sessionId: string; readonly version: number };
  readonly tickedAt: string | null;
  /** What waits for a verifier. */
  readonly reviewed: { readonly id: string; readonly version: number } | null;
  /** A report that waits, or because of which the store is not shown. */
  readonly reported: { readonly id: string; readonly version: number } | null;
}

/** Something that a person does. */
export interface Action {
  /** Who does it. */
  readonly by: readonly Person[];
  /** How often, beside the others; seldom possible actions get more while they are possible. */
  readonly weight: number | ((state: DeskState) => number);
  /** Fields in place of those of an ordinary input. */
  readonly input?: (seen: Seen) => Readonly<Record<string, unknown>>;
  readonly explain: Explain;
}

const OWNERS: readonly Person[] = ['owner', 'partner'];
const TEAM: readonly Person[] = [...OWNERS, 'operator'];
const ALL: readonly Person[] = [...TEAM, 'guest', 'other', 'viewer'];

const iso = (ms: number): string => new Date(ms).toISOString();
const answered = explain.shows(() => true);

function read(extra: Partial<Action> = {}): Action {
  return { by: TEAM, weight: 1, explain: answered, ...extra };
}

function write(does: Explain, extra: Partial<Action> = {}): Action {
  return { by: TEAM, weight: 3, explain: does, ...extra };
}

const APPROVED = { outcome: 'approved', reasons: [] };
const RETURNED = {
  outcome: 'returned',
  reasons: [{ field: 'name', reason: 'unclear', words: '' }],
};

const VERIFIERS: Partial<Action> = {
  by: ['verifier', 'owner'],
  explain: explain.ofVerifier(answered),
};

function newPlan({ state, dice, now, hostId }: Seen) {
  const startAt = now + dice.pick([5, 40, 300]) * MINUTE;
  const isSeries = state.series.length === 0 && dice.chance(0.15);
  const until = iso(startAt + 15 * 24 * 60 * MINUTE).slice(0, 10);
  const repeat = isSeries ? { weekdays: [1, 2, 3, 4, 5, 6, 7], until, skip: [] } : null;
  const title = isSeries ? explain.SERIES_TITLE : '晚场';
  const times = { startAt: iso(startAt), endAt: iso(startAt + 4 * 60 * MINUTE) };
  return { title, hostIds: [hostId], ...times, repeat };
}

function past({ state, dice, now, hostId }: Seen) {
  const ends = [...state.sessions.values()].flatMap(({ run: { end } }) => end ?? []);
  const after = ends.length > 0 && dice.chance(0.7) ? dice.pick(ends) + 10 * MINUTE : 0;
  const start = after > 0 && after + 5 * MINUTE < now ? after : now - dice.pick([50, 400]) * MINUTE;
  const when = { precision: 'instant', startedAt: iso(start), endedAt: iso(start + 5 * MINUTE) };
  return { hostIds: [hostId], when, figure: null };
}

function anyName({ dice }: Seen) {
  return { name: `名字 ${String(dice.whole(1, 1_000_000))}` };
}

function versionOf(state: DeskState, { input }: Operation) {
  return state.hosts[String(input['hostId'])]?.version ?? null;
}

function hostVersion({ state, hostId }: Seen) {
  return { version: state.hosts[hostId]?.version ?? 1 };
}

function anyCode({ state, dice, now }: Seen) {
  const open = team.openInvitations(state, now);
  const codes = open.flatMap(([, { code, memberId }]) => (memberId === null ? [{ code }] : []));
  return codes.length > 0 && dice.chance(0.9) ? dice.pick(codes) : { code: 'nobodyscode0' };
}

function hasMembers({ members }: DeskState): boolean {
  return Object.keys(members).length > 1;
}

/** Mostly a member of the team who is not its owner. */
function anyMember({ state, dice }: Seen) {
  const memberIds = Object.keys(state.members).filter((id) => id !== 'm1');
  return { memberId: dice.pick([...memberIds, ...memberIds, 'm1', 'm99']) };
}

/** An invitation to be a host more often than one to another role. */
function newInvitation({ dice, hostId }: Seen) {
  const role = dice.pick(['host', 'host', 'host', 'operator', 'finance'] as const);
  return { role, name: '成员', hostId: role === 'host' ? hostId : null };
}

function anyInvitation({ state, dice, store }: Seen) {
  const ids = Object.keys(state.invitations);
  return { invitationId: dice.pick([...ids, ...ids, `${store.shopId}.imadeup000000`]) };
}

/** A decision about a report: mostly the store is not shown any more, or shown again. */
function decision({ store, reported, dice, state }: Seen) {
  const last = state.suspendedBy === null ? 'suspended' : 'restored';
  const outcome = dice.pick([last, last, 'suspended', 'restored', 'dismissed']);
  const { id = `${store.shopId}.vmadeup00`, version = 1 } = reported ?? {};
  return { reviewId: id, version, outcome, words: '有人来投诉' };
}

function entry({ state, dice, store }: Seen) {
  return {
    entryId: dice.pick(state.entries.length > 0 ? state.entries : [`${store.shopId}.emadeup00000`]),
  };
}

const CORRECTED = explain.anyOf(null, 'entry_not_current', 'not_found');
const about = ({ sessionId, session: { version } }: Seen) => ({ sessionId, version });

function atShopVersion(otherwise: Explain) {
  return explain.atVersion(({ shopVersion }) => shopVersion, otherwise);
}

/** By endpoint. */
const ACTIONS: { readonly [N in EndpointName]?: Action } = {
  'shop.register': write(answered, { by: ['guest', 'other'], weight: 0.3 }),
  'shop.mine': read({
    by: OWNERS,
    explain: explain.shows((state, operation) => {
      const [own] = dataOf<'shop.mine'>(operation).shops;
      const { version, name, isPublished, verification } = own?.shop ?? {};
      const isKept = version === state.shopVersion && name === state.name;
      const isVerified = verification?.state === state.verification;
      const isSuspended = own?.shop.suspension !== null;
      const isChecked = own?.shop.waiting.length === 0;
      const isSeen = isPublished === state.isPublished && isChecked !== state.isUnchecked;
      return isKept && isVerified && isSeen && isSuspended === (state.suspendedBy !== null);
    }),
  }),
  'shop.update': write(atShopVersion(explain.updateShop), {
    by: OWNERS,
    input: (seen) => ({
      ...anyName(seen),
      version: seen.state.shopVersion,
      lineOfBusiness: 'mcn',
      accounts: [{ id: seen.store.accountId, platform: 'douyin', name: '账号', hostId: null }],
      disclosure: COMPLETE_DISCLOSURE,
    }),
  }),
  'shop.publish': write(atShopVersion(explain.publish), {
    by: OWNERS,
    input: ({ state, dice }) => ({
      version: state.shopVersion,
      isPublished: dice.chance(0.7),
      consent: true,
    }),
  }),
  'host.add': write(explain.addHost, {
    by: OWNERS,
    weight: 1,
    input: (seen) => ({ ...anyName(seen), account: null }),
  }),
  'host.list': read({ explain: explain.hostsShown }),
  'host.share': write(
    explain.changeHost(() => undefined),
    { by: OWNERS, input: ({ dice }) => ({ isSharingSums: dice.chance(0.5) }) },
  ),
  'team.list': read({ by: ['owner'], explain: team.shown }),
  'team.invite': write(team.invite, { by: ['owner'], weight: 4, input: newInvitation }),
  'team.offer': write(team.offer, {
    by: ['owner'],
    weight: (state) => (hasMembers(state) ? 3 : 0.3),
    input: anyMember,
  }),
  'team.withdraw': write(team.withdraw, {
    by: ['owner'],
    weight: ({ invitations }) => (Object.keys(invitations).length > 0 ? 3 : 0.3),
    input: anyInvitation,
  }),
  'team.changeRole': write(team.changeRole, {
    by: ['owner'],
    weight: (state) => (hasMembers(state) ? 3 : 0.3),
    input: (seen) => ({
      ...anyMember(seen),
      role: seen.dice.pick(['operator', 'host', 'finance']),
    }),
  }),
  'team.remove': write(team.remove, {
    by: ['owner'],
    weight: (state) => (hasMembers(state) ? 2 : 0.3),
    input: anyMember,
  }),
  'team.invitation': read({
    by: ['guest', 'other'],
    input: ({ state, dice }) => {
      const codes = Object.values(state.invitations).map(({ code }) => code);
      return { code: dice.pick([...codes, 'nobodyscode0']) };
    },
    explain: team.invitation,
  }),
  'team.join': write(team.join, {
    by: ['guest', 'other'],
    weight: ({ invitations }) => (Object.keys(invitations).length > 0 ? 12 : 1),
    input: anyCode,
  }),
  'team.leave': write(team.leave, {
    by: ['guest', 'other'],
    weight: (state) => (hasMembers(state) ? 3 : 0.3),
  }),
  'host.rename': write(
    explain.atVersion(
      versionOf,
      explain.changeHost((host, operation) => {
        Object.assign(host, { name: operation.input['name'], version: host.version + 1 });
      }),
    ),
    { by: OWNERS, input: (seen) => ({ ...anyName(seen), ...hostVersion(seen) }) },
  ),
  'host.retire': write(
    explain.atVersion(
      versionOf,
      explain.changeHost((host, operation) => {
        Object.assign(host, { isRetired: operation.input['isRetired'], version: host.version + 1 });
      }),
    ),
    {
      by: OWNERS,
      weight: 1,
      input: (seen) => ({
        hostId: seen.hostId,
        ...hostVersion(seen),
        isRetired: seen.dice.chance(0.4),
      }),
    },
  ),
  'host.plans': read(),
  'host.unlink': write(team.unlink, { by: ['owner', 'guest', 'other'], weight: 1 }),
  'applicant.declare': write(
    (state, operation) =>
      explain.outcome(state, operation, null, (next) => {
        next.facts.push(dataOf<'applicant.declare'>(operation).facts.at(-1)?.id ?? '');
      }),
    { weight: 0.5 },
  ),
  'applicant.withdraw': write(explain.anyOf(null, 'not_found'), {
    weight: 0.5,
    input: ({ state, dice, store }) => ({
      declarationId: dice.pick(state.facts.length > 0 ? state.facts : [`${store.shopId}.dmadeup`]),
    }),
  }),
  // A reading of the store's own account is kept in the store.
  'applicant.recordFollowers': write(
    (state, operation) =>
      explain.outcome(state, operation, null, (next) => {
        next.shopVersion += 1;
      }),
    {
      weight: 0.5,
      input: ({ now }) => ({ readOn: iso(now - 24 * 60 * MINUTE).slice(0, 10) }),
    },
  ),
  'liveSession.schedule': write(explain.plan, { weight: 3, input: newPlan }),
  'liveSession.edit': write(explain.readBefore(explain.edit), {
    input: (seen) => {
      const { version: _version, ...planned } = seen.session;
      const title = `改名 ${String(seen.dice.whole(1, 1_000_000))}`;
      return { ...about(seen), title, ...planned, which: 'this' };
    },
  }),
  'liveSession.startNow': write(explain.startNow, {
    weight: 1,
    input: ({ hostId }) => ({ hostIds: [hostId] }),
  }),
  'liveSession.undoSeries': write(explain.readBefore(explain.undoSeries), {
    weight: 1,
    input: about,
  }),
  'liveSession.series': read({
    input: ({ state, store }) => ({ seriesId: state.series[0] ?? `${store.shopId}.qmadeup000001` }),
  }),
  'liveSession.goLive': write(explain.step('goLive'), { weight: 8 }),
  'liveSession.pause': write(explain.step('pause'), { weight: 4 }),
  'liveSession.resume': write(explain.step('resume'), {
    weight: ({ sessions }) =>
      [...sessions.values()].some(({ run }) => run.state === 'paused') ? 16 : 2,
  }),
  'liveSession.end': write(explain.step('end'), {
    weight: 6,
    input: () => ({ confirmed: ['short', 'late_end'] }),
  }),
  'liveSession.undo': write(explain.readBefore(explain.undo), { weight: 3, input: about }),
  'liveSession.correct': write(explain.readBefore(explain.correct), {
    weight: 2,
    input: (seen) => ({
      ...about(seen),
      startedAt: iso(seen.now - 300 * MINUTE),
      endedAt: iso(seen.now - 200 * MINUTE),
      withSales: false,
    }),
  }),
  'liveSession.moveSales': write(explain.moveSales, { weight: 0.5 }),
  'liveSession.cancel': write(explain.step('cancel'), { weight: 2 }),
  'liveSession.joinable': read({ explain: explain.showsSession() }),
  'liveSession.join': write(explain.readBefore(explain.join), {
    weight: (state) => (joinablePairs(state).length > 0 ? 12 : 2),
    input: (seen) => ({ sessions: [about(seen), seen.other] }),
  }),
  'liveSession.split': write(explain.readBefore(explain.split), {
    weight: (state) => (eveningsOf(state).length > 0 ? 12 : 1),
    input: about,
  }),
  'liveSession.backfill': write(explain.backfill, { weight: 3, input: past }),
  'liveSession.get': read({ explain: explain.sessionShown }),
  'liveSession.history': read(),
  'liveSession.list': read({ explain: explain.listShown }),
  'liveSession.months': read(),
  'liveSession.todo': read(),
  'liveSession.search': read(),
  'console.mark': write(explain.markConsole, {
    weight: 4,
    input: ({ dice, now }) => {
      // Of few ids, so that two phones send the same one.
      const id = `mark000000${String(dice.whole(1, 9))}`;
      return { marks: [{ id, kind: 'surge', value: null, of: null, at: iso(now) }] };
    },
  }),
  'console.read': read({ explain: explain.marksShown }),
  'duty.get': read({ explain: explain.dutyShown }),
  'duty.confirm': write(explain.confirmDuty, {
    input: ({ state, sessionId }) => ({ version: state.duties[sessionId]?.version ?? 0 }),
  }),
  'duty.tick': write(explain.tickDuty, {
    input: ({ dice, tickedAt }) => ({ isDone: dice.chance(0.6), tickedAt }),
  }),
  'duty.choose': write(explain.chooseDuty, { weight: 1 }),
  'duty.correct': write(explain.correctDuty),
  'duty.withdraw': write(explain.withdrawDuty, {
    weight: ({ duties }) =>
      Object.values(duties).some(({ corrections }) => corrections.length > 0) ? 8 : 1,
    input: ({ state, store, dice }) => {
      const known = Object.entries(state.duties).flatMap(([sessionId, { corrections }]) =>
        corrections.map((correctionId) => ({ sessionId, correctionId })),
      );
      return dice.pick([...known, { correctionId: `${store.shopId}.cmadeup00` }]);
    },
  }),
  'duty.lists': read({
    explain: explain.shows(
      (state, operation) => dataOf<'duty.lists'>(operation).version === state.listsVersion,
    ),
  }),
  'duty.saveLists': write(
    explain.atVersion(({ listsVersion }) => listsVersion, explain.saveLists),
    { weight: 1, input: ({ state }) => ({ version: state.listsVersion }) },
  ),
  'duty.export': read(),
  'sales.record': write(
    (state, operation) =>
      explain.outcome(state, operation, null, (next) => {
        next.entries.push(dataOf<'sales.record'>(operation).entry.id);
      }),
    {
      weight: 1,
      input: ({ now, hostId, store }) => ({
        target: {
          of: 'day',
          bookedOn: iso(now - 24 * 60 * MINUTE).slice(0, 10),
          hostId,
          accountId: store.accountId,
        },
        confirmed: CONFIRMED,
      }),
    },
  ),
  'sales.replace': write(CORRECTED, { weight: 0.7, input: entry }),
  'sales.move': write(CORRECTED, {
    weight: 0.7,
    input: (seen) => {
      const { hostId, store, now } = seen;
      const bookedOn = iso(now - 48 * 60 * MINUTE).slice(0, 10);
      return {
        ...entry(seen),
        target: { of: 'day', bookedOn, hostId, accountId: store.accountId },
      };
    },
  }),
  'sales.undo': write(CORRECTED, { weight: 0.7, input: entry }),
  'sales.ledger': read(),
  'incentive.progress': read(),
  'incentive.explain': read(),
  'incentive.year': read(),
  'incentive.home': read(),
  'incentive.hosts': read(),
  'incentive.mine': read({ by: ['guest', 'other'] }),
  'shop.submit': write(atShopVersion(explain.submit), {
    by: OWNERS,
    weight: ({ hasDisclosure }) => (hasDisclosure ? 8 : 1),
    input: ({ state }) => ({ version: state.shopVersion }),
  }),
  'follow.set': write(reports.follow, {
    by: ['guest', 'other'],
    weight: 1,
    input: ({ store, dice }) => ({ shopId: store.shopId, isFollowing: dice.pick([true, false]) }),
  }),
  'audience.count': read({ by: ALL, explain: explain.anyOf(null, 'not_found') }),
  'audience.read': read({ explain: explain.showsSession() }),
  'follow.list': read({ by: ['guest', 'other'] }),
  'follow.count': read(),
  'report.send': write(reports.send, {
    by: ['guest', 'other'],
    weight: (state) => (reports.isShown(state) ? 8 : 0.5),
    input: ({ store }) => ({ shopId: store.shopId, sessionId: null }),
  }),
  'report.decide': write(reports.decide, {
    by: ['verifier', 'verifier', 'owner'],
    weight: ({ reportsWaiting, suspendedBy }) =>
      reportsWaiting > 0 || suspendedBy !== null ? 60 : 0.5,
    input: decision,
  }),
  'report.appeal': write(reports.appeal, {
    by: OWNERS,
    weight: ({ suspendedBy }) => (suspendedBy === null ? 0.3 : 6),
  }),
  'review.list': read(VERIFIERS),
  'review.get': read({
    ...VERIFIERS,
    weight: ({ verification }) => (verification === 'waiting' ? 20 : 1),
    input: ({ store, reviewed }) => ({ reviewId: reviewed?.id ?? `${store.shopId}.vmadeup00` }),
    explain: explain.ofVerifier(explain.anyOf(null, 'not_found')),
  }),
  'review.hold': write(explain.ofVerifier(explain.anyOf(null, 'not_found')), {
    by: ['verifier', 'verifier', 'owner'],
    weight: ({ verification }) => (verification === 'waiting' ? 20 : 0.3),
    input: ({ store, reviewed }) => ({ reviewId: reviewed?.id ?? `${store.shopId}.vmadeup00` }),
  }),
  'review.decide': write(explain.decide, {
    by: ['verifier', 'verifier', 'owner'],
    weight: ({ verification }) => (verification === 'waiting' ? 15 : 1),
    input: ({ store, reviewed, dice }) => ({
      reviewId: reviewed?.id ?? `${store.shopId}.vmadeup00`,
      version: reviewed?.version ?? 1,
      ...dice.pick([APPROVED, RETURNED]),
    }),
  }),
  'clock.read': read({ by: ['owner', 'guest'] }),
  'discover.list': read({ by: ALL }),
  'discover.ahead': read({ by: ALL }),
  'shop.view': read({ by: ALL, explain: reports.publicPage }),
  'shop.sessions': read({ by: ALL, explain: reports.publicPage }),
  'liveSession.view': read({ by: ALL, explain: reports.sessionPage }),
  'incentive.precheck': read({ by: ALL }),
};

/**
 * What is done with an endpoint: a read is called by its input alone. A write without a line of its
 * own is not called, and the run reports it as never accepted.
 */
export function actionOf(endpoint: EndpointName): Action | undefined {
  return ACTIONS[endpoint] ?? (isWrite(endpoint) ? undefined : read());
}

/** The input of an action: an ordinary one of its endpoint, with what the action sets. */
export function inputOf(endpoint: EndpointName, seen: Seen): Record<string, unknown> {
  const { store, state, hostId } = seen;
  const sessionId = seen.sessionId === '' ? `${store.shopId}.lmadeup00` : seen.sessionId;
  const ids = { sessionId, entryId: '', declarationId: '', version: state.shopVersion };
  const ordinary = inputsAbout({ ...store, hostId }, ids)[endpoint];
  return { ...ordinary, ...actionOf(endpoint)?.input?.(seen) };
}
