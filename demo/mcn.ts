import { addDays, addMinutes, chinaDayOf, instantInChina } from '../src/domain/time';
import type { Platform } from '../src/domain/shop/platform';
import type { LocalCloud } from 'local-cloud';
import { seedAs, type SeedCall } from './caller';
import { enterPast, openShop, wholeFiveMinutes } from './shop';

const YUAN = 100;

interface DemoHost {
  name: string;
  platform: Platform;
  account: string;
  followers: number | null;
  orderedFen?: number;
  paidFen?: number;
  refundedFen?: number;
}

/** Three hosts in three states: few followers, only ordered amounts known, first sales only. */
const HOSTS: readonly DemoHost[] = [
  {
    name: '林知夏',
    platform: 'douyin',
    account: '知夏美妆',
    followers: 486_000,
    paidFen: 11_960_000 * YUAN,
    refundedFen: 840_000 * YUAN,
  },
  {
    name: '周以安',
    platform: 'kuaishou',
    account: '以安严选',
    followers: 734_000,
    orderedFen: 23_500_000 * YUAN,
  },
  {
    name: '陈小满',
    platform: 'channels',
    account: '小满好物',
    followers: null,
    paidFen: 31_600 * YUAN,
    refundedFen: 1_600 * YUAN,
  },
];

async function openAgency(cloud: LocalCloud, call: SeedCall): Promise<string> {
  const { shop } = await openShop(
    cloud,
    call,
    {
      name: '星河互娱',
      legalForm: 'company',
      lineOfBusiness: 'mcn',
      place: { where: 'huadu', town: '花城街', movingOn: null },
      account: { platform: 'douyin', name: '星河互娱官方' },
      phone: '020-0000 0001',
      age: null,
      consent: true,
    },
    {
      openedAt: '2025-03-12T02:00:00.000Z',
      intro: '签约主播二十余位，美妆、日用与本地农产。',
      disclosure: {
        legalName: '星河互娱（广州）文化有限公司（虚构）',
        operatorName: null,
        creditCode: '91000000MADEMA002C',
        address: '广州市花都区花城街示例大道 8 号',
        contact: '020-0000 0001',
        exemption: null,
      },
    },
  );
  return shop.id;
}

async function addHost(
  cloud: LocalCloud,
  call: SeedCall,
  shopId: string,
  host: DemoHost,
  now: string,
) {
  const added = await call('host.add', {
    shopId,
    name: host.name,
    account: { platform: host.platform, name: host.account },
  });
  const hostId = added.host.id;
  const accountId = added.shop.accounts.find((account) => account.hostId === hostId)?.id ?? null;
  const today = chinaDayOf(now);
  const start = instantInChina(today, '00:05');
  const startedAt = start < addMinutes(now, -10) ? start : addMinutes(now, -10);
  const { orderedFen, paidFen, refundedFen } = host;
  const money = {
    ...(orderedFen === undefined ? {} : { orderedFen }),
    ...(paidFen === undefined ? {} : { paidFen }),
    ...(refundedFen === undefined ? {} : { refundedFen }),
  };
  const past = { shopId, hostId, accountId, title: `${host.name}专场`, startedAt, ...money };
  await enterPast(cloud, call, { ...past, endedAt: addMinutes(startedAt, 5) }, now);
  if (host.followers !== null && accountId !== null) {
    const reading = { shopId, accountId, count: host.followers, readOn: today };
    await call('applicant.recordFollowers', reading);
  }
  return { hostId, accountId };
}

/** The account that is no host's own counts for every host: unread, it would leave all tiers open. */
async function readOfficialAccount(call: SeedCall, shopId: string, now: string): Promise<void> {
  const { shops } = await call('shop.mine', {});
  const accountId = shops[0]?.shop.accounts[0]?.id ?? '';
  const readOn = chinaDayOf(now);
  await call('applicant.recordFollowers', { shopId, accountId, count: 86_200, readOn });
}

/** Money from before the first host was added: it counts for the agency and for none of them. */
async function sellBeforeHosts(call: SeedCall, shopId: string, now: string): Promise<void> {
  const bookedOn = addDays(chinaDayOf(now), -20);
  await call('sales.record', {
    shopId,
    target: { of: 'day', bookedOn, hostId: null, accountId: null },
    kind: 'paid',
    amountFen: 880_000 * YUAN,
    basis: 'self_reported',
    source: null,
    soldFor: null,
  });
}

/** An agency with three hosts, its declared capital, one session due now, one of two hosts in two days. */
export async function seedMcn(cloud: LocalCloud, now: string): Promise<void> {
  const call = seedAs(cloud, 'mcn');
  const shopId = await openAgency(cloud, call);
  cloud.setNow(now);
  await sellBeforeHosts(call, shopId, now);
  await readOfficialAccount(call, shopId, now);
  const added = [];
  for (const host of HOSTS) added.push(await addHost(cloud, call, shopId, host, now));
  await call('applicant.declare', {
    shopId,
    hostId: null,
    fact: 'paid_in_capital',
    value: 350_000_000 * YUAN,
    year: null,
  });
  const due = wholeFiveMinutes(addMinutes(now, -10));
  const later = instantInChina(addDays(chinaDayOf(now), 2), '14:00');
  const plain = { goalFen: null, teasers: [], isAiPresenter: false, repeat: null };
  const plans = [
    { title: '晨间护肤课', startAt: due, ...added[0], second: undefined },
    { title: '花都年货节预热', startAt: later, ...added[1], second: added[2]?.hostId },
  ];
  for (const { title, startAt, hostId, accountId = null, second } of plans) {
    const endAt = addMinutes(startAt, 180);
    await call('liveSession.schedule', {
      shopId,
      title,
      hostIds: [hostId, second].filter((id) => id !== undefined),
      accountId,
      startAt,
      endAt,
      ...plain,
    });
  }
}
