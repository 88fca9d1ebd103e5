import { autorun, isObservableProp } from 'mobx';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';

import { FakeCloud, fakeAdapters, fakeStorage, START } from './fake-adapters.fixture';
import { createRootStore, type RootStore, type StoreParts } from './root-store';

function cardOf(path: string, text = 'a') {
  return {
    title: path,
    path,
    picture: {
      width: 500,
      height: 400,
      commands: [{ op: 'circle' as const, x: text.length, y: 0, radius: 1, fill: '#000' }],
    },
  };
}

describe('UiStore', () => {
  it('is Chinese until another language is chosen, and remembers the choice', () => {
    const storage = fakeStorage();
    const { ui } = createRootStore(fakeAdapters(new FakeCloud(), { storage }));
    expect(ui.lang).toBe('zh-CN');
    ui.setLang('en-US');
    expect(createRootStore(fakeAdapters(new FakeCloud(), { storage })).ui.lang).toBe('en-US');
    storage.set('setting/lang', 'xx');
    expect(createRootStore(fakeAdapters(new FakeCloud(), { storage })).ui.lang).toBe('zh-CN');
  });

  it('follows the network until it is stopped', () => {
    const device = fakeAdapters(new FakeCloud());
    const { ui } = createRootStore(device);
    const stop = ui.followNetwork();
    const seen: boolean[] = [];
    const unwatch = autorun(() => seen.push(ui.isOffline));
    device.setOnline(false);
    device.setOnline(true);
    stop();
    device.setOnline(false);
    unwatch();
    expect(seen).toEqual([false, true, false]);
  });

  it('hears of a network that was lost before anybody followed it', () => {
    const device = fakeAdapters(new FakeCloud());
    const { ui } = createRootStore(device);
    device.setOnline(false);
    const stop = ui.followNetwork();
    expect(ui.isOffline).toBe(true);
    stop();
  });

  it('moves the time on while it is looked at', () => {
    vi.useFakeTimers();
    const device = fakeAdapters(new FakeCloud());
    const { ui } = createRootStore(device);
    ui.startClock(1000);
    device.setNow('2026-11-23T12:01:00.000Z');
    vi.advanceTimersByTime(1000);
    expect(ui.now).toBe('2026-11-23T12:01:00.000Z');
    ui.stopClock();
    device.setNow('2026-11-23T12:02:00.000Z');
    vi.advanceTimersByTime(5000);
    vi.useRealTimers();
    expect(ui.now).toBe('2026-11-23T12:01:00.000Z');
    expect(isObservableProp(ui, 'now')).toBe(true);
  });
});

describe('ShareStore', () => {
  it('draws each picture once and hands the shown card to the chat', async () => {
    const draw = vi.fn(() => Promise.resolve('data:picture'));
    const device = fakeAdapters(new FakeCloud(), { canvas: { elementId: null, draw } });
    const { share } = createRootStore(device);
    await share.prepare(cardOf('/pages/shop/index?id=1'));
    await share.prepare(cardOf('/pages/shop/index?id=1'));
    expect(draw).toHaveBeenCalledTimes(1);
    const card = {
      title: '/pages/shop/index?id=1',
      path: '/pages/shop/index?id=1',
      picture: 'data:picture',
    };
    expect(share.card(card.path)).toEqual(card);
    expect(device.cards.at(-1)).toEqual(card);
    expect(share.post(card.path)).toBe(true);
    expect(share.post('/elsewhere')).toBe(false);
  });

  it('does not give the chat the card of a page that was left while it was drawn', async () => {
    let finish: (picture: string) => void = () => undefined;
    const draw = () => new Promise<string>((resolve) => (finish = resolve));
    const device = fakeAdapters(new FakeCloud(), { canvas: { elementId: null, draw } });
    const { share } = createRootStore(device);
    const preparing = share.prepare(cardOf('/a'));
    share.leave('/a');
    finish('data:late');
    await preparing;
    expect(device.cards.at(-1)).toBeNull();
    expect(share.card('/a')?.picture).toBe('data:late');
  });
});

describe('DiscoverStore', () => {
  it('keeps the sessions on air from the first page while more stores are read', async () => {
    const shop = (id: string) => ({
      id,
      name: id,
      intro: '',
      platforms: [],
      verification: { state: 'verified' as const, on: '2026-11-01' },
    });
    const cloud = new FakeCloud()
      .answer('discover.list', {
        ahead: { items: [], cursor: null },
        shops: [shop('a'), shop('b')],
        cursor: 'c',
      })
      .answer('discover.list', {
        ahead: null,
        shops: [shop('b'), shop('c')],
        cursor: null,
      });
    const root = createRootStore(fakeAdapters(cloud));
    await root.discover.load();
    const { ahead } = root.discover;
    await root.discover.loadMore();
    expect(root.discover.ahead).toBe(ahead);
    expect(root.discover.shops.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    root.reset();
    expect(root.discover.shops).toMatchObject({ status: 'idle', items: [] });
  });
});

describe('lazy stores', () => {
  it('are created once, and reset with the others', () => {
    const root = createRootStore(fakeAdapters(new FakeCloud()));
    const reset = vi.fn();
    const create = vi.fn(({ incentives }: StoreParts) => ({ incentives, reset }));
    expect(root.lazy(create)).toBe(root.lazy(create));
    expect(create).toHaveBeenCalledTimes(1);
    expect(root.lazy(create).incentives).toBe(root.incentives);
    root.reset();
    expect(reset).toHaveBeenCalledTimes(1);
  });
});

describe('RootStore', () => {
  it('gives a draft its place on the device, request keys and the time', () => {
    const device = fakeAdapters(new FakeCloud());
    const stores = createRootStore(device);
    const given = stores.openDraft((draftDevice) => draftDevice);
    expect(Object.keys(given).sort()).toEqual(['newRequestKey', 'now', 'scope', 'storage']);
    expect(given.now()).toBe(START);
    expect(given.newRequestKey()).not.toBe(given.newRequestKey());
  });

  it('gives pages no adapter', () => {
    expectTypeOf<RootStore>().not.toHaveProperty('adapters');
    expect(createRootStore(fakeAdapters(new FakeCloud()))).not.toHaveProperty('adapters');
  });
});
