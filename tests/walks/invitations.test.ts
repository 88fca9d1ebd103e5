// What one person does to another by inviting is limited exactly: counted in the team, in the transaction.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { MAX_INVITATIONS_A_DAY } from '../../src/domain/shop/invitation';
import { callAs, newKey, startTestCloud } from '../testkit/cloud';
import { openStore } from '../testkit/stores';
import { inviteTo } from '../testkit/teams';

/** 23:30 in China. */
const EVENING = '2026-11-24T15:30:00.000Z';
const MIDNIGHT = '2026-11-24T16:00:00.000Z';

describe('invitations of a store', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startTestCloud({ workers: 4 });
  });
  afterAll(() => cloud.close());

  it('are a hundred in a China day, of many at once; each code works, the next day has more', async () => {
    cloud.setNow(EVENING);
    const { owner, shopId } = await openStore(cloud, 'owner');
    const input = { shopId, role: 'finance', name: '小账', hostId: null } as const;
    for (let count = 0; count < MAX_INVITATIONS_A_DAY - 10; count += 1) {
      await owner.ok('team.invite', input);
    }
    const keys = Array.from({ length: 20 }, newKey);
    // One that lost every race is sent again with its key, as a device does.
    const invite = async (key: string): Promise<string> => {
      const answer = await owner.raw('team.invite', input, key);
      if (answer.ok) return 'ok';
      return answer.error.code === 'busy' ? invite(key) : answer.error.code;
    };
    const answers = await Promise.all(keys.map(invite));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(10);
    expect(new Set(answers)).toEqual(new Set(['ok', 'too_many_requests']));

    cloud.setNow(EVENING);
    const refused = await owner.refused('team.invite', input);
    const info = { retryAfter: 30 * 60, limit: MAX_INVITATIONS_A_DAY };
    expect(refused).toEqual({ code: 'too_many_requests', info });
    // A repeat of one that was stored is no invitation, and has the same code.
    const stored = keys[answers.indexOf('ok')] ?? '';
    const { code } = await owner.ok('team.invite', input, stored);
    expect((await owner.ok('team.invite', input, stored)).code).toBe(code);
    const { team } = await owner.ok('team.list', { shopId });
    expect([team.invitedToday, team.invitations.length]).toEqual([
      MAX_INVITATIONS_A_DAY,
      MAX_INVITATIONS_A_DAY,
    ]);
    await callAs(cloud, 'guest').ok('team.join', { shopId, code });
    cloud.setNow(MIDNIGHT);
    await owner.ok('team.invite', input);
  }, 120_000);

  it('of one store do not count for another', async () => {
    cloud.setNow(EVENING);
    const store = await openStore(cloud, 'other');
    await inviteTo(store, 'operator');
    const { team } = await store.owner.ok('team.list', { shopId: store.shopId });
    expect(team.invitedToday).toBe(1);
  });
});
