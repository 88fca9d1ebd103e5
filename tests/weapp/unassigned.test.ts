import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { Phone } from 'weapp-runtime/testing';
import { selfHostIdOf } from '../../src/domain/shop/ids';
import type { LineOfBusiness } from '../../src/domain/shop/shop';
import { PATHS } from '../../src/paths';
import { buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { buildEdit, NOW, openStore, sessionIn, type TestStore, versionOf } from '../testkit/stores';
import { phoneOf } from '../testkit/weapp/phones';

const WAN_FEN = 1_000_000;
const LADDER = '主播进度一览';

describe('money and the hosts of a store with the built mini program', () => {
  let cloud: LocalCloud;
  let phone: Phone;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
  });
  afterEach(() => {
    expect(phone.program.errors).toEqual([]);
    phone.close();
  });
  afterAll(() => cloud.close());

  /** A store of a new person, who holds the phone. */
  const open = (person: string, name: string, lineOfBusiness: LineOfBusiness) => {
    phone = phoneOf(cloud, person, { clock: () => Date.parse(NOW) });
    return openStore(cloud, person, { name, lineOfBusiness });
  };
  const sell = ({ owner, shopId }: TestStore, hostId: string | null, wan: number) =>
    owner.ok(
      'sales.record',
      buildPaid(shopId, '', {
        target: { of: 'day', bookedOn: '2026-11-20', hostId, accountId: null },
        amountFen: wan * WAN_FEN,
      }),
    );
  const addHost = async ({ owner, shopId }: TestStore, name: string) =>
    (await owner.ok('host.add', { shopId, name, account: null })).host.id;
  const becomeStreamer = async (store: TestStore, name: string) => {
    const account = {
      id: store.accountId,
      platform: 'douyin',
      name: '账号',
      hostId: null,
    } as const;
    const edit = buildEdit(store, await versionOf(store), { name, accounts: [account] });
    await store.owner.ok('shop.update', edit);
  };
  const textOf = (selector: string): string => phone.screen.all(selector)[0]?.textContent ?? '';
  const chosen = () => phone.screen.all('.hl-choice--chosen').map(({ textContent }) => textContent);
  const netOf = async ({ owner, shopId }: TestStore, hostId: string) => {
    const asked = { shopId, hostId, year: 2026, asOf: null, knownRuleSets: [] };
    return (await owner.ok('incentive.progress', asked)).sums?.exactNetFen;
  };

  it('is reached from the progress of a store with one host, and given to it', async () => {
    const store = await open('agency', '一人机构', 'mcn');
    await sell(store, null, 88);
    const hostId = await addHost(store, '甲');
    await phone.open(PATHS.progress.url());
    await phone.tap(LADDER);
    await phone.tap('没分给主播');
    await phone.tap('归 甲');
    await phone.see('已归 甲');
    expect(await netOf(store, hostId)).toBe(88 * WAN_FEN);
  });

  it('is given to the streamer of a store that became a streamer’s own', async () => {
    const store = await open('brand', '小禾皮具', 'brand_or_shop');
    await sell(store, null, 33);
    await becomeStreamer(store, '小禾皮具');
    await phone.open(PATHS.progress.url());
    await phone.see('小禾皮具');
    expect(phone.screen.text).not.toContain(LADDER);
    await phone.open(PATHS.hosts.url({ shopId: store.shopId }));
    await phone.tap('没分给主播');
    await phone.tap('归 小禾皮具');
    await phone.see('已归 小禾皮具');
    expect(await netOf(store, selfHostIdOf(store.shopId))).toBe(33 * WAN_FEN);
    await phone.open(PATHS.hosts.url({ shopId: store.shopId }));
    await phone.tap('没分给主播');
    await phone.see('每一笔都算到了主播名下');
  });

  it('is the streamer’s where an agency with a host became a streamer’s own', async () => {
    const store = await open('former', '阿棉直播', 'mcn');
    const first = await addHost(store, '甲');
    await sell(store, first, 20);
    await becomeStreamer(store, '阿棉直播');
    await sell(store, null, 5);
    await phone.open(PATHS.progress.url());
    await phone.see(LADDER);
    expect(textOf('.progress-chip--chosen')).toBe('阿棉直播');
    expect(textOf('.progress-bar__name')).toBe('阿棉直播');
    await phone.open(PATHS.applicant.url({ shopId: store.shopId }));
    expect(textOf('.applicant__name')).toContain('阿棉直播');
    for (const page of [PATHS.plan, PATHS.backfill, PATHS.record]) {
      await phone.open(page.url({ shopId: store.shopId }));
      await phone.see('阿棉直播');
      expect(chosen()).toContain('阿棉直播');
    }
    // An amount of another host's session stays that host's.
    const { id: sessionId } = await sessionIn(store, 'ended', { hostIds: [first] });
    await phone.open(PATHS.record.url({ shopId: store.shopId, sessionId }));
    await phone.until('the host of the session', () => chosen().includes('甲'));
    expect(chosen()).not.toContain('阿棉直播');
  });
});
