import type { LocalCloud } from 'local-cloud';

import type { InputOf } from '../../src/contract/endpoints';
import type { LiveSession } from '../../src/contract/live-session';
import { addDays, addMinutes, chinaDayOf, instantInChina } from '../../src/domain/time';
import { PATHS } from '../../src/paths';
import { buildPaid, buildPlan, CONFIRMED } from '../../tests/testkit/builders';
import { callAs } from '../../tests/testkit/cloud';
import { openStore, publishVerified, type TestStore } from '../../tests/testkit/stores';
import type { PictureState } from './incentive-states';

/** A picture in Chinese, and the same in English. */
function inBoth(state: PictureState): PictureState[] {
  return [state, { ...state, name: `${state.name}.en`, lang: 'en-US' }];
}

async function plan(
  { owner, shopId, hostId, accountId }: TestStore,
  overrides: Partial<InputOf<'liveSession.schedule'>>,
): Promise<LiveSession> {
  const input = buildPlan({ shopId, hostIds: [hostId], accountId, ...overrides });
  return (await owner.ok('liveSession.schedule', input)).session;
}

/** A past session of so many minutes. */
async function enterPast(
  { owner, shopId, hostId, accountId }: TestStore,
  [title, startedAt, minutes]: readonly [title: string, startedAt: string, minutes: number],
): Promise<LiveSession> {
  const { session } = await owner.ok('liveSession.backfill', {
    shopId,
    hostIds: [hostId],
    accountId,
    title,
    when: { precision: 'instant', startedAt, endedAt: addMinutes(startedAt, minutes) },
    figure: null,
    confirmed: CONFIRMED,
  });
  return session;
}

/** A store of the pictures; one for each state, so that none changes another. */
function open(cloud: LocalCloud, person: string, name: string): Promise<TestStore> {
  const account = { platform: 'douyin', name } as const;
  return openStore(cloud, person, { name, account });
}

/** Steps that can be taken back, and those that are asked about. */
async function stepStates(cloud: LocalCloud, now: string): Promise<PictureState[]> {
  const soon = addMinutes(now, 12);
  const evening = { title: '双肩包专场', startAt: soon, endAt: addMinutes(soon, 240) };
  const start = await plan(await open(cloud, 'sessions-start', '木棉皮具'), evening);
  const english = await plan(await open(cloud, 'sessions-start-en', '木棉皮具'), evening);
  const early = await open(cloud, 'sessions-early', '云杉箱包');
  const tomorrow = instantInChina(addDays(chinaDayOf(now), 1), '20:00');
  const { id: earlyId } = await plan(early, {
    title: '旅行箱清仓',
    startAt: tomorrow,
    endAt: addMinutes(tomorrow, 180),
  });
  const late = await open(cloud, 'sessions-late', '青禾女装');
  const began = addMinutes(now, -30 * 60);
  cloud.setNow(addMinutes(began, -60));
  const forgotten = await plan(late, {
    title: '秋装返场',
    startAt: began,
    endAt: addMinutes(began, 180),
  });
  cloud.setNow(began);
  await late.owner.ok('liveSession.goLive', { sessionId: forgotten.id, at: null });
  cloud.setNow(null);
  const main = '.session__foot-part:last-child .hl-button';
  const end = '.session__foot-part:nth-child(2) .hl-button';
  const session = (id: string): string => PATHS.session.url({ id });
  const screen = { isScreen: true } as const;
  const takeBack = { steps: [{ press: main }], ...screen };
  return [
    { name: 'take-back', person: 'sessions-start', path: session(start.id), ...takeBack },
    {
      name: 'take-back.en',
      person: 'sessions-start-en',
      path: session(english.id),
      lang: 'en-US',
      ...takeBack,
    },
    {
      name: 'odd-start',
      person: 'sessions-early',
      path: session(earlyId),
      steps: [{ press: main }],
      ...screen,
    },
    {
      name: 'late-end',
      person: 'sessions-late',
      path: session(forgotten.id),
      steps: [{ press: end }],
      ...screen,
    },
  ];
}

/** Planning for weeks: a series, and a change of one of its sessions or of all that follow. */
async function planStates(cloud: LocalCloud, now: string): Promise<PictureState[]> {
  const store = await open(cloud, 'sessions-plan', '阿禾选好包');
  const day = addDays(chinaDayOf(now), 3);
  const startAt = instantInChina(day, '20:00');
  const series = await plan(store, {
    title: '通勤包上新',
    startAt,
    endAt: addMinutes(startAt, 240),
    repeat: { weekdays: [2, 4], until: addDays(day, 28), skip: [] },
  });
  const person = 'sessions-plan';
  const { shopId } = store;
  const repeat: PictureState = {
    name: 'repeat',
    person,
    path: PATHS.plan.url({ shopId }),
    steps: [
      { press: 'input' },
      { type: '会员返场' },
      { press: '.mk-repeat__switch' },
      { press: '.mk-repeat__day:nth-child(3)' },
    ],
  };
  return [
    ...inBoth(repeat),
    {
      name: 'edit-scope',
      person,
      path: PATHS.plan.url({ shopId, sessionId: series.id }),
      steps: [{ press: 'input' }, { type: '（新品）' }, { press: '.hl-page__footer .hl-button' }],
      isScreen: true,
    },
  ];
}

/** An evening that broke off, offered to be joined and joined. */
async function eveningStates(cloud: LocalCloud, now: string): Promise<PictureState[]> {
  const eight = instantInChina(addDays(chinaDayOf(now), -1), '20:00');
  const pieces: [string, number, number][] = [
    ['双肩包专场', 0, 70],
    ['双肩包专场（重开）', 80, 60],
    ['双肩包专场（再开）', 150, 90],
  ];
  const stores = ['sessions-join', 'sessions-joined'] as const;
  const found: PictureState[] = [];
  for (const person of stores) {
    const store = await open(cloud, person, '拾光箱包');
    const entered: LiveSession[] = [];
    for (const [title, from, minutes] of pieces) {
      entered.push(await enterPast(store, [title, addMinutes(eight, from), minutes]));
    }
    const [first] = entered;
    if (first === undefined) continue;
    await store.owner.ok('sales.record', buildPaid(store.shopId, first.id));
    let { id } = first;
    if (person === 'sessions-joined') {
      const sessions = await Promise.all(
        entered.map(async ({ id: sessionId }) => {
          const { session } = await store.owner.ok('liveSession.get', { sessionId });
          return { sessionId, version: session.version };
        }),
      );
      const joined = await store.owner.ok('liveSession.join', { shopId: store.shopId, sessions });
      id = joined.session.id;
    }
    found.push({ name: person.slice('sessions-'.length), person, path: PATHS.session.url({ id }) });
  }
  return found;
}

/** What viewers find: what is on, what should be, and what comes, of several stores. */
async function viewerStates(cloud: LocalCloud, now: string): Promise<PictureState[]> {
  const today = chinaDayOf(now);
  const publish = async (person: string, name: string): Promise<TestStore> => {
    const store = await open(cloud, person, name);
    const account = {
      id: store.accountId,
      platform: 'douyin',
      name,
      hostId: store.hostId,
    } as const;
    await publishVerified(cloud, store, { name, accounts: [account] });
    return store;
  };
  const first = await publish('sessions-viewed', '云杉箱包');
  const second = await publish('sessions-viewed-too', '青禾女装');
  const from = addMinutes(now, -45);
  const until = addMinutes(now, 180);
  cloud.setNow(addMinutes(from, -60));
  const onAir = await plan(first, { title: '秋冬托特包专场', startAt: from, endAt: until });
  await plan(second, { title: '针织衫上新', startAt: from, endAt: until });
  cloud.setNow(from);
  await first.owner.ok('liveSession.goLive', { sessionId: onAir.id, at: null });
  cloud.setNow(null);
  for (const [index, title] of ['旅行箱清仓', '会员返场', '皮带与卡包'].entries()) {
    const startAt = instantInChina(addDays(today, 2 + index * 2), '20:00');
    await plan(first, { title, startAt, endAt: addMinutes(startAt, 180) });
  }
  const discovery: PictureState = { name: 'discovery', person: 'viewer', path: PATHS.home.url() };
  const shop = PATHS.shop.url({ id: first.shopId });
  return [...inBoth(discovery), { name: 'store-on-air', person: 'viewer', path: shop }];
}

/**
 * Creates stores for the pictures of sessions, beside the streamer of the demonstration: the list by
 * month, filter, search, calendar, repeat, taking back, joining, and a phone abroad.
 * @param now instant of the demonstration.
 */
export async function prepareSessions(cloud: LocalCloud, now: string): Promise<PictureState[]> {
  const person = 'streamer';
  const streamer = callAs(cloud, person);
  const { shops } = await streamer.ok('shop.mine', {});
  const shopId = shops[0]?.shop.id ?? '';
  const tab = { shopId, tab: 'ended', cursor: null } as const;
  const { items: ended } = await streamer.ok('liveSession.list', tab);
  const correct = PATHS.correct.url({ id: ended[1]?.id ?? '' });
  const calendar = PATHS.calendar.url({ shopId });
  const find = PATHS.findSessions.url({ shopId });
  const search = [{ press: '.find__input' }, { type: 'lxx' }];
  const [list, screen] = [PATHS.sessions.url(), { isScreen: true }] as const;
  return [
    ...inBoth({ name: 'list', person, path: list }),
    {
      name: 'filter',
      person,
      path: PATHS.findSessions.url({
        shopId,
        filter: 1,
        from: `${chinaDayOf(now).slice(0, 4)}-09-01`,
      }),
      ...screen,
    },
    { name: 'search', person, path: find, steps: search, ...screen },
    ...inBoth({ name: 'calendar-month', person, path: calendar, ...screen }),
    {
      name: 'calendar-week',
      person,
      path: calendar,
      steps: [{ press: '.calendar__view' }],
      ...screen,
    },
    ...inBoth({ name: 'abroad', person, path: list, timezoneId: 'America/New_York', ...screen }),
    { name: 'correct', person, path: correct },
    { name: 'start-now', person, path: PATHS.startNow.url({ shopId }), ...screen },
    { name: 'hosts', person: 'mcn', path: PATHS.hosts.path },
    ...(await planStates(cloud, now)),
    ...(await stepStates(cloud, now)),
    ...(await eveningStates(cloud, now)),
    ...(await viewerStates(cloud, now)),
  ];
}
