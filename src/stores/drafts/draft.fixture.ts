import type { OwnShop } from '../../contract/shop';
import type { DraftPorts } from './draft';

/** Monday evening in China. */
export const NOW = '2026-11-23T12:30:00.000Z';
/** A store's id in the contract's form. */
export const SHOP_ID = 'sabcdefghijkl';

/** Ports of a device that forgets nothing, with countable request keys. */
export function fakePorts(): DraftPorts & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  let keys = 0;
  return {
    kept,
    scope: { version: 'test', environment: 'local', person: 'lin', isIdentified: true },
    newRequestKey: () => `key-${String((keys += 1)).padStart(5, '0')}`,
    storage: {
      get: (key) => kept.get(key) ?? null,
      // As a device does it: what comes back is a copy.
      set: (key, value) => {
        kept.set(key, JSON.parse(JSON.stringify(value)));
        return true;
      },
      remove: (key) => void kept.delete(key),
    },
  };
}

/** A company's store in Huadu with one account. */
export function buildShop(overrides: Partial<OwnShop> = {}): OwnShop {
  return {
    id: SHOP_ID,
    name: '花都皮具直播间',
    legalForm: 'company',
    lineOfBusiness: 'brand_or_shop',
    place: { where: 'huadu', town: '狮岭镇', movingOn: null },
    intro: '',
    phone: null,
    accounts: [{ id: `${SHOP_ID}.a0001`, platform: 'douyin', name: '皮具小花', hostId: null }],
    disclosure: {
      legalName: null,
      operatorName: null,
      creditCode: null,
      address: null,
      contact: null,
      exemption: null,
    },
    isPublished: false,
    verification: { state: 'unverified', on: null },
    facts: [],
    role: 'owner',
    registeredAt: '2026-11-01T00:00:00.000Z',
    version: 3,
    ...overrides,
  };
}
