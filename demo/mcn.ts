import {
  addDays,
  addMinutes,
  type ChinaDay,
  chinaDayOf,
  type Instant,
  instantInChina,
  yearOf,
} from '../src/domain/time';
import type { Platform } from '../src/domain/shop/platform';
import type { LocalCloud } from 'local-cloud';
import { type AgencyHost, seedAgencySessions } from './agency-sessions';
import { seedAs, type SeedCall } from './caller';
import { towardsWeekends } from './hours';
import { sellOn } from './past-sessions';
import { enterPast, openShop, verifiedAt } from './shop';
import { spreadDays } from './spread';
import { renewUntil } from './verifier';

const YUAN = 100;
const OPENED_AT = '2025-03-12T02:00:00.000Z';
/** Days since the hosts joined the agency. */
const DAYS_WITH_HOSTS = 150;

interface DemoHost {
  name: string;
  platform: Platform;
  account: string;
  followers: number | null;
  /** Net of this year's sessions, fen; where only ordered amounts are known, the sum of those. */
  soldFen: number;
  isOrderedOnly?: boolean;
  sessions: number;
}

/** Hosts who differ: too few followers, a tier reached, only ordered amounts known, first sales only. */
const HOSTS: readonly DemoHost[] = [
  {
    name: '林知夏',
    platform: 'douyin',
    account: '知夏美妆',
    followers: 486_000,
    soldFen: 11_120_000 * YUAN,
    sessions: 16,
  },
  {
    name: '何嘉木',
    platform: 'taobao',
    account: '嘉木家居',
    followers: 1_860_000,
    soldFen: 14_800_000 * YUAN,
    sessions: 20,
  },
  {
    name: '周以安',
    platform: 'kuaishou',
    account: '以安严选',
    followers: 734_000,
    soldFen: 23_500_000 * YUAN,
    isOrderedOnly: true,
    sessions: 24,
  },
  {
    name: '陈小满',
    platform: 'channels',
    account: '小满好物',
    followers: null,
    soldFen: 30_000 * YUAN,
    sessions: 2,
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
      openedAt: OPENED_AT,
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

/** Adds a host with an account of their own, on the day on which they joined. */
async function addHost(
  call: SeedCall,
  shopId: string,
  { name, platform, account }: DemoHost,
): Promise<AgencyHost> {
  const added = await call('host.add', { shopId, name, account: { platform, name: account } });
  const hostId = added.host.id;
  const own = added.shop.accounts.find((known) => known.hostId === hostId);
  return { name, hostId, accountId: own?.id ?? null };
}

/** Enters what a host has sold this year since they joined. */
async function enterSessions(
  cloud: LocalCloud,
  call: SeedCall,
  shopId: string,
  [sold, host]: readonly [DemoHost, AgencyHost],
  { joinedOn, now }: { joinedOn: ChinaDay; now: Instant },
): Promise<void> {
  const today = chinaDayOf(now);
  const newYear = `${String(yearOf(today))}-01-01`;
  const last = addDays(today, -2);
  const first = joinedOn < newYear ? newYear : joinedOn;
  const from = first > last ? last : first;
  const days = towardsWeekends(spreadDays(from, last, sold.sessions), from, last);
  const { name, hostId, accountId } = host;
  for (const session of sellOn(days, sold.soldFen, now)) {
    const { startedAt, endedAt, paidFen } = session;
    const past = { shopId, hostId, accountId, title: `${name}专场`, startedAt, endedAt };
    const money = sold.isOrderedOnly ? { orderedFen: paidFen - session.refundedFen } : session;
    await enterPast(cloud, call, { ...past, ...money }, addMinutes(endedAt, 40));
  }
}

/** The account that is no host's own counts for every host: unread, it would leave all tiers open. */
async function readAccounts(
  call: SeedCall,
  shopId: string,
  hosts: readonly (readonly [DemoHost, AgencyHost])[],
  now: Instant,
): Promise<void> {
  const { shops } = await call('shop.mine', {});
  const officialId = shops[0]?.shop.accounts[0]?.id ?? '';
  const readings = hosts.map(([{ followers }, { accountId }]) => ({ accountId, count: followers }));
  for (const { accountId, count } of [{ accountId: officialId, count: 86_200 }, ...readings]) {
    if (accountId === null || count === null) continue;
    const readOn = chinaDayOf(now);
    await call('applicant.recordFollowers', { shopId, accountId, count, readOn });
  }
}

/** Money from before the first host was added: it counts for the agency and for none of them. */
async function sellBeforeHosts(call: SeedCall, shopId: string, joinedOn: ChinaDay): Promise<void> {
  await call('sales.record', {
    shopId,
    target: { of: 'day', bookedOn: addDays(joinedOn, -4), hostId: null, accountId: null },
    kind: 'paid',
    amountFen: 880_000 * YUAN,
    basis: 'self_reported',
    source: null,
    soldFor: null,
  });
}

/** Links the first host to a person, who sees what they sold; the others have none. */
async function linkHost(
  cloud: LocalCloud,
  call: SeedCall,
  shopId: string,
  { hostId, name }: AgencyHost,
): Promise<void> {
  const { code } = await call('team.invite', { shopId, role: 'host', name, hostId });
  await call('host.share', { hostId, isSharingSums: true });
  await seedAs(cloud, 'host')('team.join', { shopId, code });
}

/** An agency with four hosts, its declared capital, and a session in every state. */
export async function seedMcn(cloud: LocalCloud, now: Instant): Promise<string> {
  const call = seedAs(cloud, 'mcn');
  const shopId = await openAgency(cloud, call);
  const joinedOn = addDays(chinaDayOf(now), -DAYS_WITH_HOSTS);
  cloud.setNow(instantInChina(joinedOn, '10:30'));
  await sellBeforeHosts(call, shopId, joinedOn);
  const hosts: (readonly [DemoHost, AgencyHost])[] = [];
  for (const host of HOSTS) hosts.push([host, await addHost(call, shopId, host)]);
  for (const [, host] of hosts.slice(0, 1)) await linkHost(cloud, call, shopId, host);
  for (const pair of hosts) {
    await enterSessions(cloud, call, shopId, pair, { joinedOn, now });
  }
  await renewUntil(cloud, { id: shopId }, verifiedAt(OPENED_AT), now);
  cloud.setNow(now);
  await readAccounts(call, shopId, hosts, now);
  await call('applicant.declare', {
    shopId,
    hostId: null,
    fact: 'paid_in_capital',
    value: 350_000_000 * YUAN,
    year: null,
  });
  const agencyHosts = hosts.map(([, host]) => host);
  await seedAgencySessions(cloud, call, shopId, agencyHosts, now);
  return shopId;
}
