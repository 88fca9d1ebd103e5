// What one person does to another by inviting is limited exactly: counted in the host, in the transaction.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { callAs, newKey, startTestCloud } from '../testkit/cloud';
import { openStore } from '../testkit/stores';

const MAX_INVITATIONS_A_DAY = 20;
/** 23:30 in China. */
const EVENING = '2026-11-24T15:30:00.000Z';
const MIDNIGHT = '2026-11-24T16:00:00.000Z';

describe('invitations of a host', () => {
  let cloud: LocalCloud;

  beforeAll(async () => {
    cloud = await startTestCloud({ workers: 4 });
  });
  afterAll(() => cloud.close());

  it('are twenty in a China day, of thirty at once; the last code works, the next day has more', async () => {
    cloud.setNow(EVENING);
    const { owner, shopId, hostId } = await openStore(cloud, 'owner');
    const input = { shopId, hostId, isSharingSums: true };
    const keys = Array.from({ length: 30 }, newKey);
    // One that lost every race is sent again with its key, as a device does.
    const invite = async (key: string): Promise<string> => {
      const answer = await owner.raw('host.invite', input, key);
      if (answer.ok) return 'ok';
      return answer.error.code === 'busy' ? invite(key) : answer.error.code;
    };
    const codes = await Promise.all(keys.map(invite));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(MAX_INVITATIONS_A_DAY);
    expect(new Set(codes)).toEqual(new Set(['ok', 'too_many_requests']));

    cloud.setNow(EVENING);
    const refused = await owner.refused('host.invite', input);
    expect(refused).toEqual({ code: 'too_many_requests', info: { retryAfter: 30 * 60 } });
    // A repeat of one that was stored is no invitation.
    const stored = keys[codes.indexOf('ok')] ?? '';
    await owner.ok('host.invite', input, stored);
    const [host] = cloud.database.find('hosts', { _id: hostId });
    expect(host).toMatchObject({ invitedOn: '2026-11-24', invitations: MAX_INVITATIONS_A_DAY });
    const code = String(host?.['inviteCode']);
    await callAs(cloud, 'guest').ok('host.join', { hostId, code });
    // Whether a linked host sees the sums is no invitation either.
    await owner.ok('host.invite', { ...input, isSharingSums: false });

    await owner.ok('host.unlink', { hostId });
    cloud.setNow(MIDNIGHT);
    expect((await owner.ok('host.invite', input)).invitation).not.toBeNull();
  }, 60_000);

  it('of one host do not count for another', async () => {
    cloud.setNow(EVENING);
    const { owner, shopId, hostId } = await openStore(cloud, 'other');
    const input = { shopId, hostId, isSharingSums: true };
    for (let count = 0; count < MAX_INVITATIONS_A_DAY; count += 1) {
      await owner.ok('host.invite', input);
    }
    const { host } = await owner.ok('host.add', { shopId, name: '另一位', account: null });
    await owner.ok('host.invite', { ...input, hostId: host.id });
    expect((await owner.refused('host.invite', input)).code).toBe('too_many_requests');
  }, 60_000);
});
