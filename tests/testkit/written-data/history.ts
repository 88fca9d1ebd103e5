import type { LocalCloud } from 'local-cloud';

import type { SeedCall } from '../../../demo/caller';
import { openShop } from '../../../demo/shop';

const PLAIN = { basis: 'self_reported', source: null, soldFor: null } as const;
const STREAMER = {
  name: '禾田包袋',
  legalForm: 'sole_trader',
  lineOfBusiness: 'streamer',
  place: { where: 'huadu', town: '狮岭镇', movingOn: null },
  account: { platform: 'douyin', name: '禾田包袋' },
  phone: '020-0000 0000',
  age: 'adult',
  consent: true,
} as const;
const AGENCY = {
  name: '云岭互娱',
  legalForm: 'company',
  lineOfBusiness: 'mcn',
  place: { where: 'huadu', town: '花城街', movingOn: null },
  account: { platform: 'kuaishou', name: '云岭官方' },
  phone: '020-0000 0001',
  age: null,
  consent: true,
} as const;
const DISCLOSURE = {
  legalName: '花都区禾田皮具店（虚构）',
  operatorName: '何小禾',
  creditCode: '92000000MADEMA0016',
  address: '广州市花都区狮岭镇示例路 1 号',
  contact: '020-0000 0000',
  exemption: null,
};

type Amount = { kind: 'ordered' | 'paid' | 'refunded'; amountFen: number };
type CallAs = (person: string) => SeedCall;

/** A store with a page; records amounts of past sessions and days. */
async function openStreamer(cloud: LocalCloud, callAs: CallAs) {
  const call = callAs('streamer');
  const page = { intro: '狮岭箱包源头直播。', disclosure: DISCLOSURE };
  const opened = { ...page, openedAt: '2025-01-05T02:00:00.000Z' };
  const { shop, hosts } = await openShop(cloud, call, STREAMER, opened);
  const [shopId, hostId] = [shop.id, hosts[0]?.id ?? null];
  const accountId = shop.accounts[0]?.id ?? null;
  const backfill = async (day: string, title: string, figure: Amount | null) => {
    cloud.setNow(`${day}T15:30:00.000Z`);
    const when = {
      precision: 'instant',
      startedAt: `${day}T11:30:00.000Z`,
      endedAt: `${day}T14:30:00.000Z`,
    } as const;
    const { session } = await call('liveSession.backfill', {
      shopId,
      title,
      hostIds: hostId === null ? [] : [hostId],
      accountId,
      when,
      figure: figure === null ? null : { ...figure, ...PLAIN },
    });
    return session.id;
  };
  const record = async (at: string, sessionId: string, amount: Amount) => {
    cloud.setNow(at);
    const target = { of: 'session', sessionId } as const;
    return (await call('sales.record', { shopId, target, ...amount, ...PLAIN })).entry.id;
  };
  return { call, shopId, hostId, accountId, backfill, record };
}

/** Every way in which an amount comes to count, and ceases to, over the end of a year. */
async function enterStreamer(cloud: LocalCloud, callAs: CallAs): Promise<void> {
  const { call, shopId, hostId, accountId, backfill, record } = await openStreamer(cloud, callAs);
  const paid = await backfill('2025-12-30', '年终专场', { kind: 'paid', amountFen: 880_000_00 });
  await record('2026-01-08T02:00:00.000Z', paid, { kind: 'refunded', amountFen: 96_000_50 });
  const ordered = await backfill('2026-03-05', '托特包上新', {
    kind: 'ordered',
    amountFen: 700_000_00,
  });
  await record('2026-03-06T02:00:00.000Z', ordered, { kind: 'refunded', amountFen: 30_000_00 });
  const both = await backfill('2026-04-10', '旅行箱清仓', {
    kind: 'ordered',
    amountFen: 500_000_00,
  });
  const first = await record('2026-04-12T02:00:00.000Z', both, {
    kind: 'paid',
    amountFen: 410_000_00,
  });
  cloud.setNow('2026-04-15T02:00:00.000Z');
  const replaced = await call('sales.replace', {
    shopId,
    entryId: first,
    kind: 'paid',
    amountFen: 401_000_00,
    ...PLAIN,
  });
  cloud.setNow('2026-05-02T02:00:00.000Z');
  await call('sales.undo', { shopId, entryId: replaced.entry.id, isWhole: false });
  const undone = await backfill('2026-06-01', '皮带专场', null);
  const wrong = await record('2026-06-02T02:00:00.000Z', undone, { kind: 'paid', amountFen: 1 });
  cloud.setNow('2026-06-03T02:00:00.000Z');
  await call('sales.undo', { shopId, entryId: wrong, isWhole: true });
  cloud.setNow('2026-07-20T02:00:00.000Z');
  const target = { of: 'day', bookedOn: '2026-07-19', hostId, accountId } as const;
  await call('sales.record', { shopId, target, kind: 'paid', amountFen: 12_345_67, ...PLAIN });
  if (hostId === null || accountId === null) throw new Error('the store has no host or account');
  const reading = { shopId, accountId, count: 512_000, readOn: '2026-07-20' };
  await call('applicant.recordFollowers', reading);
  cloud.setNow('2026-11-20T02:00:00.000Z');
  await call('liveSession.schedule', {
    shopId,
    title: '返场',
    hostIds: [hostId],
    accountId,
    startAt: '2026-11-24T11:30:00.000Z',
    endAt: '2026-11-24T14:30:00.000Z',
    goalFen: 30_000_000,
    teasers: [],
    isAiPresenter: false,
    repeat: null,
  });
}

/** Money from before the store had a host, and money of its first one. */
async function enterAgency(cloud: LocalCloud, callAs: CallAs): Promise<void> {
  const call = callAs('agency');
  cloud.setNow('2026-02-01T02:00:00.000Z');
  const { shop } = await call('shop.register', AGENCY);
  const shopId = shop.id;
  const sell = (hostId: string | null) => {
    const target = { of: 'day', bookedOn: '2026-01-31', hostId, accountId: null } as const;
    return call('sales.record', { shopId, target, kind: 'paid', amountFen: 55_000_00, ...PLAIN });
  };
  await sell(null);
  const account = { platform: 'channels', name: '小满好物' } as const;
  const { host } = await call('host.add', { shopId, name: '陈小满', account });
  await sell(host.id);
}

/** Two stores with a history, entered through the endpoints at the moments it is dated. */
export async function enterHistory(cloud: LocalCloud, callAs: CallAs): Promise<void> {
  await enterStreamer(cloud, callAs);
  await enterAgency(cloud, callAs);
  cloud.setNow(null);
}
