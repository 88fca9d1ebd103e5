import { describe, expect, it } from 'vitest';

import { FakeCloud, fakeAdapters, fakeStorage, START } from './fake-adapters.fixture';
import { buildHost, buildShop, HOST_ID, SHOP_ID } from './records.fixture';
import { createRootStore } from './root-store';

const OTHER_ID = 'szzzzzzzzzzzz';
const offline = { code: 'offline' } as const;
const mine = { cursor: null, shops: [{ shop: buildShop(), hosts: [buildHost()] }] };

describe('ShopStore', () => {
  it('reads the stores and remembers on this device which one is worked in', async () => {
    const cloud = new FakeCloud().answer('shop.mine', {
      cursor: null,
      shops: [...mine.shops, { shop: buildShop({ id: OTHER_ID }), hosts: [] }],
    });
    const storage = fakeStorage();
    const { shops } = createRootStore(fakeAdapters(cloud, { storage }));
    await shops.loadMine();
    expect(shops.current?.id).toBe(SHOP_ID);
    expect(shops.hosts(SHOP_ID).map(({ id }) => id)).toEqual([HOST_ID]);
    shops.select(OTHER_ID);
    expect(shops.current?.id).toBe(OTHER_ID);

    const restarted = createRootStore(
      fakeAdapters(cloud.refuse('shop.mine', offline), { storage }),
    );
    await restarted.shops.loadMine();
    expect(restarted.shops.current?.id).toBe(OTHER_ID);
  });

  it('offline shows the last copy with its time, and only to the same person', async () => {
    const storage = fakeStorage();
    const first = createRootStore(
      fakeAdapters(new FakeCloud().answer('shop.mine', mine), { storage }),
    );
    await first.shops.loadMine();

    const later = (scope: { copyShapes: string; environment: string; person: string }) => {
      const cloud = new FakeCloud().refuse('shop.mine', offline);
      const device = fakeAdapters(cloud, {
        storage,
        scope: { ...scope, version: '1', isIdentified: true },
      });
      device.setNow('2026-11-24T12:00:00.000Z');
      return createRootStore(device).shops;
    };
    const same = later({ copyShapes: '1', environment: 'test', person: 'lin' });
    await same.loadMine();
    expect(same.current?.name).toBe('木棉直播间');
    expect(same.mine).toMatchObject({ status: 'error', at: START, isCopy: true, error: offline });

    for (const other of [
      { copyShapes: '1', environment: 'test', person: 'wu' },
      { copyShapes: '1', environment: 'real', person: 'lin' },
      { copyShapes: '2', environment: 'test', person: 'lin' },
    ]) {
      const shops = later(other);
      await shops.loadMine();
      expect(shops.mine).toMatchObject({ status: 'error', value: null });
      expect(shops.all).toEqual([]);
    }
  });

  it('reads the store again when another person changed it, and returns the error', async () => {
    const cloud = new FakeCloud()
      .answer('shop.mine', mine)
      .refuse('shop.publish', { code: 'stale_version', info: { version: 2 } })
      .answer('shop.mine', {
        cursor: null,
        shops: [{ shop: buildShop({ name: '新名', version: 2 }), hosts: [] }],
      });
    const { shops } = createRootStore(fakeAdapters(cloud));
    await shops.loadMine();
    const result = await shops.publish({
      shopId: SHOP_ID,
      version: 1,
      isPublished: true,
      consent: true,
    });
    expect(!result.ok && result.error.code).toBe('stale_version');
    expect(shops.shop(SHOP_ID)).toMatchObject({ name: '新名', version: 2 });
  });

  it('knows the host that a store gets when it becomes a streamer’s own', async () => {
    const agency = buildShop({ lineOfBusiness: 'mcn' });
    const first = buildHost({ id: `${SHOP_ID}.h0001`, name: '甲' });
    const cloud = new FakeCloud()
      .answer('shop.mine', { cursor: null, shops: [{ shop: agency, hosts: [first] }] })
      .answer('shop.update', { shop: buildShop({ version: 2 }) })
      .answer('host.list', { hosts: [first], cursor: 'next' })
      .answer('host.list', { hosts: [buildHost()], cursor: null })
      .answer('shop.update', { shop: buildShop({ version: 3 }) });
    const { shops } = createRootStore(fakeAdapters(cloud));
    await shops.loadMine();
    const { name, legalForm, place, intro, phone, disclosure } = agency;
    const common = { name, legalForm, place, intro, phone, disclosure, accounts: [] };
    const edit = { ...common, shopId: SHOP_ID, lineOfBusiness: 'streamer' } as const;
    await shops.update({ ...edit, version: 1 });
    expect(shops.host(HOST_ID)?.name).toBe('阿棉');
    // Known, it is not read again.
    await shops.update({ ...edit, version: 2 });
    expect(cloud.callsOf('host.list').map(({ input }) => input)).toEqual(
      [null, 'next'].map((cursor) => ({ shopId: SHOP_ID, cursor })),
    );
  });

  it('reads the hosts of a store with many page by page, and keeps them for a start offline', async () => {
    const agency = buildShop({ lineOfBusiness: 'mcn', hostCount: 3 });
    const [first, second, third] = ['甲', '乙', '丙'].map((name, index) =>
      buildHost({ id: `${SHOP_ID}.h${String(index)}`, name }),
    );
    if (!first || !second || !third) throw new Error('three hosts are needed');
    const cloud = new FakeCloud()
      .answer('shop.mine', { cursor: null, shops: [{ shop: agency, hosts: [] }] })
      .answer('host.list', { hosts: [first, second], cursor: 'next' })
      .answer('host.list', { hosts: [third], cursor: null });
    const storage = fakeStorage();
    const { shops } = createRootStore(fakeAdapters(cloud, { storage }));
    await shops.loadMine();
    expect([shops.hasAllHosts(agency), shops.isHostsRead(SHOP_ID)]).toEqual([false, false]);
    expect(shops.differing.hosts).toBe(true);
    await shops.loadHosts(SHOP_ID);
    expect([shops.hasAllHosts(agency), shops.isHostsRead(SHOP_ID)]).toEqual([true, true]);
    const refusing = new FakeCloud().refuse('shop.mine', offline);
    const later = createRootStore(fakeAdapters(refusing, { storage })).shops;
    await later.loadMine();
    expect([later.hosts(SHOP_ID).length, later.isHostsRead(SHOP_ID)]).toEqual([3, false]);
  });

  it('reads on while the stores do not fit into one answer', async () => {
    const other = { shop: buildShop({ id: OTHER_ID }), hosts: [] };
    const cloud = new FakeCloud()
      .answer('shop.mine', { ...mine, cursor: 'next' })
      .answer('shop.mine', { shops: [other], cursor: null });
    const { shops } = createRootStore(fakeAdapters(cloud));
    await shops.loadMine();
    expect(shops.all.map(({ id }) => id)).toEqual([SHOP_ID, OTHER_ID]);
    const cursors = cloud.callsOf('shop.mine').map(({ input }) => input);
    expect(cursors).toEqual([{ cursor: null }, { cursor: 'next' }]);
  });

  it('has a newly registered store at once, before and after the first reading', async () => {
    const registered = { shop: buildShop({ id: OTHER_ID }), hosts: [] };
    const input = {
      name: '新店',
      legalForm: 'company',
      lineOfBusiness: 'mcn',
      place: { where: 'elsewhere', town: null, movingOn: null },
      account: { platform: 'douyin', name: '新' },
      phone: null,
      age: null,
      consent: true,
    } as const;
    const read = createRootStore(
      fakeAdapters(new FakeCloud().answer('shop.mine', mine).answer('shop.register', registered)),
    ).shops;
    await read.loadMine();
    await read.register(input);
    expect(read.all.map(({ id }) => id)).toEqual([SHOP_ID, OTHER_ID]);
    expect(read.current?.id).toBe(OTHER_ID);

    const unread = createRootStore(
      fakeAdapters(
        new FakeCloud()
          .answer('shop.register', registered)
          .answer('shop.mine', { cursor: null, shops: [...mine.shops, registered] }),
      ),
    ).shops;
    await unread.register(input);
    expect(unread.all.map(({ id }) => id)).toEqual([SHOP_ID, OTHER_ID]);
    expect(unread.current?.id).toBe(OTHER_ID);
  });

  it('keeps what was declared with the host or the store it belongs to', async () => {
    const fact = {
      id: `${SHOP_ID}.d0001`,
      fact: 'local_streamer',
      value: true,
      year: null,
      declaredAt: START,
      withdrawnAt: null,
    } as const;
    const cloud = new FakeCloud().answer('shop.mine', mine).answer('applicant.declare', {
      shopId: SHOP_ID,
      hostId: HOST_ID,
      facts: [fact],
      followers: [],
    });
    const { shops } = createRootStore(fakeAdapters(cloud));
    await shops.loadMine();
    await shops.declare({
      shopId: SHOP_ID,
      hostId: HOST_ID,
      fact: 'local_streamer',
      value: true,
      year: null,
    });
    expect(shops.host(HOST_ID)?.facts).toEqual([fact]);
    expect(shops.shop(SHOP_ID)?.facts).toEqual([]);
  });

  it('reset forgets every record and drops an answer that comes later', async () => {
    const cloud = new FakeCloud().answer('shop.mine', mine);
    const root = createRootStore(fakeAdapters(cloud));
    await root.shops.loadMine();
    const answer = cloud.answerLater('shop.mine');
    const reading = root.shops.loadMine();
    root.reset();
    answer(mine);
    await reading;
    expect(root.shops.all).toEqual([]);
    expect(root.shops.shop(SHOP_ID)).toBeNull();
    expect(root.shops.mine).toMatchObject({ status: 'idle', value: null });
  });
});
