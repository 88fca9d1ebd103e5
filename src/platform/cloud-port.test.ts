import { afterEach, describe, expect, it, vi } from 'vitest';

import { type CallClock, createCloudPort, type Send } from './cloud-port';
import { ANSWER_TIMEOUT_MS } from './time-limit';

function network(isOnline: boolean) {
  return {
    isOnline: () => isOnline,
    onChange: () => () => undefined,
  };
}
const unheard: CallClock = { deviceMs: () => 0, hear: () => undefined };
function portOver(send: Send, isOnline = true, clock = unheard) {
  return createCloudPort(send, network(isOnline), clock);
}
async function codeOf(send: Send, isOnline = true) {
  const answer = await portOver(send, isOnline).call('api', 'shop.mine', {});
  return answer.ok ? 'ok' : answer.error.code;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('CloudPort', () => {
  it('sends the endpoint to the function it is given, with the key of a write', async () => {
    const send = vi.fn<Send>(() =>
      Promise.resolve({ ok: true, data: { shops: [] }, requestId: 'r' }),
    );
    const port = portOver(send);
    expect(await port.call('api', 'shop.mine', {})).toEqual({
      ok: true,
      data: { shops: [] },
      requestId: 'r',
    });
    await port.call('public', 'discover.list', { cursor: null }, { requestKey: 'abcdefgh' });
    expect(send.mock.calls).toEqual([
      ['api', { endpoint: 'shop.mine', input: {} }],
      ['public', { endpoint: 'discover.list', input: { cursor: null }, requestKey: 'abcdefgh' }],
    ]);
  });

  it('does not send without a network', async () => {
    const send = vi.fn<Send>();
    expect(await codeOf(send, false)).toBe('offline');
    expect(send).not.toHaveBeenCalled();
  });

  it('does not know what became of a call that failed or answered nonsense', async () => {
    expect(await codeOf(() => Promise.reject(new Error('request:fail')))).toBe('no_answer');
    for (const nonsense of [undefined, null, '<html>', {}, { ok: true }, { ok: false }]) {
      expect(await codeOf(() => Promise.resolve(nonsense))).toBe('no_answer');
    }
  });

  it.each([
    [-501000, 'not_deployed'],
    [-501002, 'cloud_failed'],
    [-501003, 'cloud_limit'],
    [-501004, 'cloud_limit'],
    [-501023, 'not_identified'],
    [-504002, 'cloud_failed'],
    [-504003, 'cloud_failed'],
    [-404011, 'no_answer'],
    [-1, 'no_answer'],
  ])('names what the platform reports as %i', async (errCode, code) => {
    expect(await codeOf(() => Promise.reject(Object.assign(new Error(), { errCode })))).toBe(code);
    const errMsg = `cloud.callFunction:fail Error: errCode: ${String(errCode)} | errMsg: x`;
    expect(await codeOf(() => Promise.reject(Object.assign(new Error(), { errMsg })))).toBe(code);
  });

  it('is not misled by a request id', async () => {
    const errMsg = 'cloud.callFunction:fail timeout requestID 4f1c2a3b-0d2e-4b8a-9f00-501000a1b2c3';
    const failing: Send = () => Promise.reject(Object.assign(new Error(), { errCode: -1, errMsg }));
    expect(await codeOf(failing)).toBe('no_answer');
  });

  it('hands on known codes and calls unknown ones internal', async () => {
    const refuse = (code: string) => () =>
      Promise.resolve({ ok: false, error: { code }, requestId: 'r' });
    expect(await codeOf(refuse('not_found'))).toBe('not_found');
    expect(await codeOf(refuse('toString'))).toBe('internal');
  });

  it('hands on the request id of a failure, and none where no answer came', async () => {
    const idOf = async (send: Send) =>
      (await portOver(send).call('api', 'shop.mine', {})).requestId;
    const refuse = (code: string, requestId: unknown) => () =>
      Promise.resolve({ ok: false, error: { code }, requestId });
    expect(await idOf(refuse('not_found', 'r1'))).toBe('r1');
    expect(await idOf(refuse('code_of_a_later_version', 'r2'))).toBe('r2');
    expect(await idOf(refuse('not_found', 7))).toBe('');
    expect(await idOf(() => Promise.reject(new Error('request:fail')))).toBe('');
  });

  it('lets the clock hear the time in every answer, also in a refusal, and only there', async () => {
    let deviceMs = 1_000;
    const hear = vi.fn();
    const clock = { deviceMs: () => deviceMs, hear };
    const at = '2026-11-24T02:00:00.000Z';
    const answers = [
      { ok: true, data: { shops: [] }, requestId: 'r', at },
      { ok: false, error: { code: 'busy' }, requestId: 'r', at },
      '<html>',
    ];
    for (const answer of answers) {
      const port = portOver(
        () => {
          deviceMs += 80;
          return Promise.resolve(answer);
        },
        true,
        clock,
      );
      await port.call('api', 'shop.mine', {});
    }
    await portOver(() => Promise.reject(new Error('lost')), true, clock).call(
      'api',
      'shop.mine',
      {},
    );
    await portOver(() => Promise.resolve(answers[0]), false, clock).call('api', 'shop.mine', {});
    expect(hear.mock.calls).toEqual([
      [{ at, sentMs: 1_000, receivedMs: 1_080 }],
      [{ at, sentMs: 1_080, receivedMs: 1_160 }],
      [{ at: undefined, sentMs: 1_160, receivedMs: 1_240 }],
    ]);
  });

  describe('a call that came too soon', () => {
    const tooSoon = (retryAfter: unknown) => ({
      ok: false,
      error: { code: 'too_many_requests', info: { retryAfter } },
      requestId: 'r',
    });
    const stored = { ok: true, data: { shops: [] }, requestId: 'r' };
    const call = (send: Send) =>
      portOver(send).call('api', 'shop.mine', {}, { requestKey: 'abcdefgh' });

    it('is sent once more with the same key after a short wait', async () => {
      vi.useFakeTimers();
      const send = vi.fn<Send>().mockResolvedValueOnce(tooSoon(2)).mockResolvedValueOnce(stored);
      const calling = call(send);
      await vi.advanceTimersByTimeAsync(1_999);
      expect(send).toHaveBeenCalledOnce();
      await vi.advanceTimersByTimeAsync(1);
      expect((await calling).ok).toBe(true);
      expect(send.mock.calls[1]).toEqual(send.mock.calls[0]);
    });

    it('is sent no third time', async () => {
      vi.useFakeTimers();
      const send = vi.fn<Send>().mockResolvedValue(tooSoon(5));
      const calling = call(send);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(await calling).toMatchObject({ error: { code: 'too_many_requests' } });
      expect(send).toHaveBeenCalledTimes(2);
    });

    it.each([6, 3600, undefined, null, 'soon'])(
      'is refused at once when the wait is %s',
      async (retryAfter) => {
        const send = vi.fn<Send>().mockResolvedValue(tooSoon(retryAfter));
        expect((await call(send)).ok).toBe(false);
        expect(send).toHaveBeenCalledOnce();
      },
    );
  });

  it('stops waiting after the time limit', async () => {
    vi.useFakeTimers();
    const asking = codeOf(() => new Promise(() => undefined));
    await vi.advanceTimersByTimeAsync(ANSWER_TIMEOUT_MS - 1);
    const early = await Promise.race([asking, Promise.resolve('waiting')]);
    await vi.advanceTimersByTimeAsync(1);
    expect([early, await asking]).toEqual(['waiting', 'no_answer']);
  });
});
