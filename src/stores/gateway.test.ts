import { describe, expect, it } from 'vitest';

import { FakeCloud, fakeAdapters } from './fake-adapters.fixture';
import { Gateway } from './gateway';
import { buildShop } from './records.fixture';

const INPUT = { shopId: buildShop().id, version: 1, isPublished: true, consent: true };

function setUp() {
  const cloud = new FakeCloud();
  return { cloud, gateway: new Gateway(fakeAdapters(cloud)) };
}

const keysOf = (cloud: FakeCloud) => cloud.calls.map((call) => call.requestKey);

describe('Gateway', () => {
  it.each(['no_answer', 'offline', 'busy', 'internal'] as const)(
    'sends the same write again with the same key after %s, and a new one once it is stored',
    async (code) => {
      const { cloud, gateway } = setUp();
      cloud.refuse('shop.publish', { code });
      cloud.answer('shop.publish', { shop: buildShop() });
      cloud.answer('shop.publish', { shop: buildShop() });
      const error = { code, requestId: 'r' };
      expect(await gateway.write('shop.publish', INPUT)).toEqual({ ok: false, error });
      expect((await gateway.write('shop.publish', INPUT)).ok).toBe(true);
      await gateway.write('shop.publish', INPUT);
      expect(keysOf(cloud)).toEqual(['key-0001', 'key-0001', 'key-0002']);
    },
  );

  it('takes a new key after a refusal, and for another input', async () => {
    const { cloud, gateway } = setUp();
    cloud.refuse('shop.publish', { code: 'disclosure_incomplete' });
    cloud.refuse('shop.publish', { code: 'no_answer' });
    cloud.refuse('shop.publish', { code: 'no_answer' });
    await gateway.write('shop.publish', INPUT);
    await gateway.write('shop.publish', INPUT);
    await gateway.write('shop.publish', { ...INPUT, isPublished: false });
    expect(new Set(keysOf(cloud)).size).toBe(3);
  });

  it('joins a second tap to the write under way', async () => {
    const { cloud, gateway } = setUp();
    const answer = cloud.answerLater('shop.publish');
    const taps = [gateway.write('shop.publish', INPUT), gateway.write('shop.publish', INPUT)];
    answer({ shop: buildShop() });
    const results = await Promise.all(taps);
    expect(cloud.calls).toHaveLength(1);
    expect(results.every((result) => result.ok)).toBe(true);
  });

  it("uses the caller's key and hands on warnings; reads carry no key", async () => {
    const { cloud, gateway } = setUp();
    cloud.answer('shop.publish', { shop: buildShop() }, [{ code: 'session_overlap' }]);
    cloud.answer('shop.mine', { cursor: null, shops: [] });
    const result = await gateway.write('shop.publish', INPUT, 'own-key-1');
    await gateway.read('shop.mine', {});
    expect(result.ok && result.warnings).toEqual([{ code: 'session_overlap' }]);
    expect(keysOf(cloud)).toEqual(['own-key-1', undefined]);
  });

  it('asks `public` for what anyone may read, and `api` for everything else', async () => {
    const { cloud, gateway } = setUp();
    cloud.answer('discover.list', { ahead: null, shops: [], cursor: null });
    cloud.answer('shop.mine', { cursor: null, shops: [] });
    cloud.answer('shop.publish', { shop: buildShop() });
    await gateway.publicRead('discover.list', { cursor: null });
    await gateway.read('shop.mine', {});
    await gateway.write('shop.publish', INPUT);
    expect(cloud.calls.map(({ cloudFunction }) => cloudFunction)).toEqual(['public', 'api', 'api']);
  });

  it('counts once, without a key, and forgets that it failed', () => {
    const { cloud, gateway } = setUp();
    cloud.refuse('audience.count', { code: 'no_answer' });
    gateway.count('audience.count', { shopId: 's1', sessionId: null, event: 'chat' });
    expect(cloud.calls).toMatchObject([{ cloudFunction: 'public', name: 'audience.count' }]);
    expect(keysOf(cloud)).toEqual([undefined]);
  });
});
