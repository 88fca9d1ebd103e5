import { addDays, addMinutes, chinaDayOf, instantInChina, yearOf } from '../src/domain/time';
import type { LocalCloud } from 'local-cloud';
import type { LiveSession } from '../src/contract/live-session';
import { seedAs, type SeedCall } from './caller';
import { fridaysAndSundays, startNear, towardsWeekends, wholeFiveMinutes } from './hours';
import { sellOn } from './past-sessions';
import { enterPast, openShop, verifiedAt } from './shop';
import { spreadDays } from './spread';
import { renewUntil } from './verifier';

const YUAN = 100;
/** Net of this year: 0.6 million yuan short of 20 million. */
const THIS_YEAR_NET_FEN = 19_400_000 * YUAN;
/** Net of 2021, a year the announced programme covers: above the first tier. */
const NET_2021_FEN = 12_860_000 * YUAN;
const OPENED_AT = '2020-12-20T02:00:00.000Z';
/** Days in which the streamer sells every Friday and Sunday; before them less often. */
const BUSY_DAYS = 56;
const TITLES = [
  '秋冬托特包上新',
  '通勤包专场',
  '源头工厂探访',
  '旅行箱清仓',
  '皮带与卡包',
  '会员返场',
];

interface Store {
  shopId: string;
  hostId: string;
  accountId: string;
}

async function enterYear(
  cloud: LocalCloud,
  call: SeedCall,
  store: Store,
  days: readonly string[],
  netFen: number,
  now: string,
): Promise<void> {
  for (const [i, sold] of sellOn(days, netFen, now).entries()) {
    const title = TITLES[i % TITLES.length] ?? '专场';
    await enterPast(cloud, call, { ...store, title, ...sold }, addMinutes(sold.endedAt, 40));
  }
}

/** The days of this year's sessions: now and then, and lately every Friday and Sunday. */
function daysOfThisYear(today: string): string[] {
  const [first, last] = [`${String(yearOf(today))}-01-01`, addDays(today, -2)];
  const lately = addDays(today, -BUSY_DAYS);
  const busyFrom = lately < first ? first : lately;
  const before = addDays(busyFrom, -1);
  const earlier = towardsWeekends(spreadDays(first, before, 28), first, before);
  return [...earlier, ...fridaysAndSundays(busyFrom, last)];
}

/** Enters this year's sessions up to yesterday; on its first days an amount of today instead. */
async function enterThisYear(cloud: LocalCloud, call: SeedCall, store: Store, now: string) {
  const today = chinaDayOf(now);
  const days = daysOfThisYear(today);
  if (days.length > 0) return enterYear(cloud, call, store, days, THIS_YEAR_NET_FEN, now);
  cloud.setNow(now);
  const { shopId, hostId, accountId } = store;
  await call('sales.record', {
    shopId,
    target: { of: 'day', bookedOn: today, hostId, accountId },
    kind: 'paid',
    amountFen: THIS_YEAR_NET_FEN,
    basis: 'self_reported',
    source: null,
    soldFor: null,
  });
}

async function openStore(cloud: LocalCloud, call: SeedCall): Promise<Store> {
  const { shop, hosts } = await openShop(
    cloud,
    call,
    {
      name: '阿禾选好包',
      legalForm: 'sole_trader',
      lineOfBusiness: 'streamer',
      place: { where: 'huadu', town: '狮岭镇', movingOn: null },
      account: { platform: 'douyin', name: '阿禾选好包' },
      phone: '020-0000 0000',
      age: 'adult',
      consent: true,
    },
    {
      openedAt: OPENED_AT,
      intro: '狮岭箱包源头直播，多在周末晚上七点半，也有早场。',
      disclosure: {
        legalName: '花都区狮岭镇阿禾皮具店（虚构）',
        operatorName: '何小禾',
        creditCode: '92000000MADEMA0016',
        address: '广州市花都区狮岭镇示例路 1 号',
        contact: '020-0000 0000',
        exemption: null,
      },
    },
  );
  const [host] = hosts;
  const [account] = shop.accounts;
  if (host === undefined || account === undefined) throw new Error('demo: no host or account');
  return { shopId: shop.id, hostId: host.id, accountId: account.id };
}

/** Checks tonight's session four minutes before it starts. */
async function keepDuty(cloud: LocalCloud, call: SeedCall, session: LiveSession): Promise<void> {
  const { id: sessionId, startAt } = session;
  const signature = '何小禾';
  cloud.setNow(addMinutes(startAt, -6));
  for (const itemId of ['goods_prices', 'equipment']) {
    await call('duty.tick', { sessionId, itemId, isDone: true, tickedAt: null, signature });
  }
  cloud.setNow(addMinutes(startAt, -4));
  await call('duty.confirm', {
    sessionId,
    version: 0,
    seller: { who: 'store' },
    isAiPresenter: false,
    isIdentityChecked: true,
    isLicenceChecked: true,
    signature,
  });
}

/** Plans tonight's session, on air for an hour and a half, and tomorrow's. */
async function planSessions(cloud: LocalCloud, call: SeedCall, store: Store, now: string) {
  const startAt = startNear(addMinutes(now, -90));
  const blank = { goalFen: 30_000_000, isAiPresenter: false, repeat: null };
  const teasers = [
    { name: '头层牛皮托特包', priceFen: 29_900, priceBasis: '直播间价，日常价 399 元' },
    { name: '轻量通勤双肩包', priceFen: 15_900, priceBasis: '直播间价，日常价 199 元' },
  ];
  cloud.setNow(addMinutes(startAt, -1440));
  const endAt = addMinutes(wholeFiveMinutes(now), 150);
  const { shopId, hostId, accountId } = store;
  const who = { shopId, hostIds: [hostId], accountId };
  const tonight = { ...who, title: '双肩包专场', startAt, endAt, teasers, ...blank };
  const { session } = await call('liveSession.schedule', tonight);
  await keepDuty(cloud, call, session);
  cloud.setNow(addMinutes(startAt, 2));
  await call('liveSession.goLive', { sessionId: session.id, at: null });
  cloud.setNow(now);
  const tomorrow = instantInChina(addDays(chinaDayOf(now), 1), '20:00');
  const end = addMinutes(tomorrow, 200);
  const next = { ...who, title: '年终返场', startAt: tomorrow, endAt: end, teasers, ...blank };
  await call('liveSession.schedule', next);
}

/** A streamer with a history: all of 2021, this year, and last night's session without amounts. */
export async function seedStreamer(cloud: LocalCloud, now: string): Promise<void> {
  const call = seedAs(cloud, 'streamer');
  const store = await openStore(cloud, call);
  // What was sold in the year came back in it, too.
  const [first, last] = ['2021-01-03', '2021-12-14'];
  const days2021 = towardsWeekends(spreadDays(first, last, 38), first, last);
  await enterYear(cloud, call, store, days2021, NET_2021_FEN, now);
  await enterThisYear(cloud, call, store, now);
  await renewUntil(cloud, { id: store.shopId }, verifiedAt(OPENED_AT), now);
  const lastNight = instantInChina(addDays(chinaDayOf(now), -1), '19:30');
  const past = { ...store, title: '会员返场', startedAt: lastNight };
  await enterPast(cloud, call, { ...past, endedAt: addMinutes(lastNight, 180) }, now);
  cloud.setNow(now);
  const { shopId, hostId, accountId } = store;
  for (const [count, readOn] of [
    [521_300, '2021-12-30'],
    [612_400, chinaDayOf(now)],
  ] as const) {
    await call('applicant.recordFollowers', { shopId, accountId, count, readOn });
  }
  await call('applicant.declare', {
    shopId,
    hostId,
    fact: 'local_streamer',
    value: true,
    year: null,
  });
  await planSessions(cloud, call, store, now);
}
