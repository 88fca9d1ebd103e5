import { describe, expect, it, vi } from 'vitest';

import { Failure } from '../../src/contract/failure';
import { hostAdd, hostList } from '../../src/contract/host';
import { shopView } from '../../src/contract/shop';
import { log } from './log';
import { RateLimiter } from './rate-limits';
import { RATES } from './rates';
import { route } from './router';

vi.mock('./log', () => ({ log: vi.fn() }));

const NOW = '2026-11-24T02:00:00.000Z';
const origin = (person: string | null) => ({ person, now: NOW });
const limiter = new RateLimiter();
const shopId = 's000000000000';
const answer = vi.fn(() => Promise.resolve({ data: 'done' }));
const needs = null;
const api = {
  'host.list': { definition: hostList, needs, answer },
  'host.add': { definition: hostAdd, needs, answer },
};
const open = { 'shop.view': { definition: shopView, needs, answer } };
const add = { endpoint: 'host.add', input: { shopId, name: '阿云', account: null } };

describe('route', () => {
  it('needs an identity before it looks at the input', async () => {
    const failed = await route(api, { endpoint: 'host.add' }, origin(null), limiter);
    expect(failed).toMatchObject({ ok: false, error: { code: 'not_identified' } });
    expect(answer).not.toHaveBeenCalled();
  });

  it('looks at the endpoint before the identity, and at no property that every object has', async () => {
    for (const endpoint of ['', 'host.remove', 'constructor', '__proto__', 'shop.view']) {
      const failed = await route(api, { endpoint }, origin(null), limiter);
      expect(failed, endpoint).toMatchObject({ error: { code: 'unknown_endpoint' } });
    }
    for (const event of [null, undefined, 'host.list', 7, []]) {
      const failed = await route(api, event, origin('me'), limiter);
      expect(failed).toMatchObject({ error: { code: 'unknown_endpoint' } });
    }
  });

  it('needs a request key for a write, and passes it on with the person and the time', async () => {
    const without = await route(api, add, origin('me'), limiter);
    expect(without).toMatchObject({ error: { code: 'request_key_missing' } });
    const done = await route(api, { ...add, requestKey: 'key-0001' }, origin('me'), limiter);
    expect(done).toMatchObject({ ok: true, data: 'done' });
    const caller = { person: 'me', requestKey: 'key-0001', now: NOW };
    expect(answer).toHaveBeenLastCalledWith(add.input, expect.objectContaining(caller));
  });

  it('passes on checked input only', async () => {
    answer.mockClear();
    const event = { endpoint: 'host.list', input: { shopId, all: true } };
    const failed = await route(api, event, origin('me'), limiter);
    const error = { code: 'invalid_input', fields: { all: 'unknown_field' } };
    expect(failed).toMatchObject({ ok: false, error });
    expect(answer).not.toHaveBeenCalled();
  });

  it('answers a public endpoint without a person, and passes none on', async () => {
    const event = { endpoint: 'shop.view', input: { shopId } };
    expect(await route(open, event, origin(null), limiter)).toMatchObject({ ok: true });
    const [, caller] = answer.mock.lastCall as unknown as [unknown, object];
    expect(caller).not.toHaveProperty('person');
  });

  it('passes a refusal on, and hides the message of any other failure', async () => {
    const event = { endpoint: 'host.list', input: { shopId } };
    const info = { limit: 3 };
    answer.mockRejectedValueOnce(new Failure('limit_reached', { info }));
    const refused = await route(api, event, origin('me'), limiter);
    expect(refused).toMatchObject({ ok: false, error: { code: 'limit_reached', info } });
    answer.mockRejectedValueOnce(new Error('password of the database'));
    const failed = await route(api, event, origin('me'), limiter);
    expect(failed).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(failed)).not.toContain('password');
    expect(log).toHaveBeenCalledWith('error', 'call_failed', expect.anything());
  });

  it('names the instant of the call in every answer, also in a refusal', async () => {
    const event = { endpoint: 'host.list', input: { shopId } };
    expect(await route(api, event, origin('me'), limiter)).toMatchObject({ ok: true, at: NOW });
    expect(await route(api, event, origin(null), limiter)).toMatchObject({ ok: false, at: NOW });
    expect(await route(api, null, origin('me'), limiter)).toMatchObject({ ok: false, at: NOW });
    answer.mockRejectedValueOnce(new Error('broken'));
    expect(await route(api, event, origin('me'), limiter)).toMatchObject({ ok: false, at: NOW });
  });

  it('refuses who calls too often before it looks at the request key and the input', async () => {
    const spent = new RateLimiter();
    for (let taken = 0; taken < RATES.write.burst; taken += 1) spent.take(hostAdd, 'me', NOW);
    answer.mockClear();
    const failed = await route(api, { endpoint: 'host.add' }, origin('me'), spent);
    const info = { retryAfter: 1 };
    expect(failed).toMatchObject({ ok: false, error: { code: 'too_many_requests', info } });
    expect(answer).not.toHaveBeenCalled();
    const other = await route(api, { ...add, requestKey: 'key-0002' }, origin('you'), spent);
    expect(other).toMatchObject({ ok: true });
  });

  it('leaves empty warnings out', async () => {
    const event = { endpoint: 'host.list', input: { shopId } };
    answer.mockResolvedValueOnce({ data: 1, warnings: [] } as never);
    expect(await route(api, event, origin('me'), limiter)).not.toHaveProperty('warnings');
  });
});
