// Steps that depend on what another phone does at the same moment are decided in the transaction.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { CallAnswer } from '../../src/contract/envelope';
import { EMPTY_DISCLOSURE } from '../../src/domain/shop/disclosure';
import { buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { buildEdit, NOW, openStore, type TestStore, versionOf } from '../testkit/stores';

const ROUNDS = 12;

function codeOf(answer: CallAnswer<unknown>): string {
  return answer.ok ? 'ok' : answer.error.code;
}

describe('two phones at once', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  beforeAll(async () => {
    cloud = await startTestCloud({ workers: 4 });
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
  });
  afterAll(() => cloud.close());

  it('never move the day of sales past a refund that the other one records', async () => {
    const { owner, shopId, hostId, accountId } = store;
    const outcomes = new Set<string>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { session } = await owner.ok('liveSession.backfill', {
        shopId,
        hostIds: [hostId],
        accountId,
        title: `第 ${String(round)} 场`,
        when: {
          precision: 'instant',
          startedAt: '2026-11-18T02:00:00.000Z',
          endedAt: '2026-11-18T03:00:00.000Z',
        },
        figure: null,
        confirmed: ['backfilled_twice'],
      });
      const times = { startedAt: '2026-11-20T12:00:00.000Z', endedAt: '2026-11-20T13:00:00.000Z' };
      const words = { pauses: [], reason: '记错了日子', withSales: true };
      const refund = {
        kind: 'refunded',
        amountFen: 100 + round,
        returnedOn: '2026-11-19',
      } as const;
      const answers = await Promise.all([
        owner.raw('liveSession.correct', {
          sessionId: session.id,
          version: session.version,
          ...times,
          ...words,
        }),
        owner.raw('sales.record', buildPaid(shopId, session.id, refund)),
      ]);
      const codes = answers.map(codeOf);
      outcomes.add(codes.join(' '));
      // One of them is refused: a refund is never from before the day of its sale.
      expect(codes.filter((code) => code === 'ok').length, codes.join(' ')).toBeLessThan(2);
      expect(codes).not.toContain('internal');
    }
    console.log([...outcomes].sort().join('; '));
  }, 60_000);

  it('never empty what a page must show that the other one publishes', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { owner, shopId } = store;
      const version = await versionOf(store);
      const empty = buildEdit(store, version + 1, { disclosure: EMPTY_DISCLOSURE });
      await owner.ok('shop.update', buildEdit(store, version));
      const next = await versionOf(store);
      // The version that publishing makes is guessed, so that the edit is admitted before it.
      const consent = { isPublished: true, consent: true };
      const answers = await Promise.all([
        owner.raw('shop.publish', { shopId, version: next, ...consent }),
        ...Array.from({ length: 8 }, () =>
          owner.raw('shop.update', { ...empty, version: next + 1 }),
        ),
      ]);
      expect(answers[0]?.ok).toBe(true);
      const [shop] = cloud.database.find('shops', { _id: shopId });
      expect(shop).toMatchObject({ isPublished: true });
      expect(shop?.['disclosure'], answers.map(codeOf).join(' ')).not.toEqual(EMPTY_DISCLOSURE);
      const taken = { isPublished: false, consent: false };
      await owner.ok('shop.publish', { shopId, version: await versionOf(store), ...taken });
    }
  }, 60_000);
});
