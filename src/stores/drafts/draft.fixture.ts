import type { OwnShop } from '../../contract/shop';
import { buildShop as buildStreamerShop, HOST_ID, SHOP_ID } from '../records.fixture';
import type { Result } from '../result';
import type { DraftDevice } from '../store-context';

export { HOST_ID, SHOP_ID };

/** Monday evening in China. */
export const NOW = '2026-11-23T12:30:00.000Z';

/** A device with a storage that can be looked at, a clock that can be set and countable keys. */
export type FakeDevice = DraftDevice & {
  kept: Map<string, unknown>;
  time: { now: string };
  room: { isFull: boolean };
};

/** A device at {@link NOW} until `time.now` is changed, with room until `room.isFull` is set. */
export function fakeDevice(): FakeDevice {
  const kept = new Map<string, unknown>();
  const time = { now: NOW };
  const room = { isFull: false };
  let keys = 0;
  return {
    kept,
    time,
    room,
    now: () => time.now,
    scope: {
      version: 'test',
      copyShapes: 'test',
      environment: 'local',
      person: 'lin',
      isIdentified: true,
    },
    newRequestKey: () => `key-${String((keys += 1)).padStart(5, '0')}`,
    storage: {
      get: (key) => kept.get(key) ?? null,
      // As on a device, a copy comes back.
      set: (key, value) => {
        if (room.isFull) return false;
        kept.set(key, JSON.parse(JSON.stringify(value)));
        return true;
      },
      remove: (key) => void kept.delete(key),
      keys: () => [...kept.keys()],
    },
  };
}

/** A write that fails and may be tried again. */
export async function refuse(): Promise<Result<never>> {
  return { ok: false, error: { code: 'internal', requestId: 'r' } };
}

/** A write that is refused for certain: nothing of it is stored. */
export async function deny(): Promise<Result<never>> {
  return { ok: false, error: { code: 'limit_reached', requestId: 'r' } };
}

/** A company's store in Huadu with one account. */
export function buildShop(overrides: Partial<OwnShop> = {}): OwnShop {
  return buildStreamerShop({
    name: '花都皮具直播间',
    legalForm: 'company',
    lineOfBusiness: 'brand_or_shop',
    accounts: [
      {
        id: `${SHOP_ID}.a0001`,
        platform: 'douyin',
        name: '皮具小花',
        hostId: null,
        finderUserName: null,
      },
    ],
    registeredAt: '2026-11-01T00:00:00.000Z',
    version: 3,
    ...overrides,
  });
}
