import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startFixtureCloud } from './fixtures/cloud';
import type { ProbeCloud } from './testing';

let cloud: ProbeCloud;

beforeAll(async () => {
  cloud = await startFixtureCloud({ workers: 2, environment: { COLOUR: 'red', TZ: 'Asia/Tokyo' } });
});
afterAll(() => cloud.close());

const ana = { person: 'ana' };

async function callAsAna(event: unknown, name = 'rough'): Promise<unknown> {
  return cloud.call(name, event, ana);
}

interface Identity {
  readonly result: { readonly context: Record<string, unknown>; readonly now: string };
}

describe('functions that all wait for one worker', () => {
  let single: ProbeCloud;
  beforeAll(async () => {
    single = await startFixtureCloud({ workers: 1 });
  });
  afterAll(() => single.close());

  /** Starts a call, and notes the person when it is answered. */
  async function note(answered: string[], person: string): Promise<void> {
    await single.call('open', { do: 'who' }, { person });
    answered.push(person);
  }

  it('serve a person who comes after a burst of another within one call', async () => {
    const answered: string[] = [];
    const burst = Array.from({ length: 60 }, () => note(answered, 'ana'));
    await Promise.all([...burst, note(answered, 'ben')]);
    // One call of ana runs, and one waits before ben.
    expect(answered.indexOf('ben')).toBeLessThanOrEqual(2);
  });

  it('take turns between people, an anonymous one included', async () => {
    const answered: string[] = [];
    const people = ['ana', 'ben', 'cy'].flatMap((person) => Array<string>(5).fill(person));
    const anonymous = single.call('open', { do: 'who' }).then(() => answered.push('-'));
    await Promise.all([...people.map((person) => note(answered, person)), anonymous]);
    const rounds = [0, 1, 2, 3, 4].map((round) => answered.slice(1 + round * 3, 4 + round * 3));
    expect(answered[0]).toBe('-');
    for (const round of rounds) expect(new Set(round)).toEqual(new Set(['ana', 'ben', 'cy']));
  });

  it('can call themselves, as another instance would answer', async () => {
    const depth = await single.value(async ({ cloud: sdk }) => {
      const body = `async ({ cloud }) => (await cloud.callFunction({
        name: 'probe', data: { body: 'async () => 3' } })).result.value`;
      const { result } = await sdk.callFunction({ name: 'probe', data: { body } });
      return (result as { value: number }).value;
    });
    expect(depth).toBe(3);
  });
});

describe('functions', () => {
  it('answer as callFunction does', async () => {
    const answer = await cloud.call('rough', { do: 'who' }, ana);
    expect(answer).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
      result: { context: { OPENID: 'ana', APPID: 'touristappid', SOURCE: 'wx_client' } },
    });
    expect(answer.requestID).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('keep 60 parallel callers apart, before and after an await', async () => {
    const people = Array.from({ length: 60 }, (_v, i) => `person-${String(i % 12)}`);
    const seen = await Promise.all(
      people.map((person) =>
        cloud.probe(
          async ({ cloud: sdk, db }) => {
            const before = sdk.getWXContext().OPENID;
            await db
              .collection('counters')
              .doc('none')
              .get()
              .catch(() => undefined);
            return [before, sdk.getWXContext().OPENID];
          },
          undefined,
          person,
        ),
      ),
    );
    expect(seen.map((result) => result.ok && result.value)).toEqual(people.map((p) => [p, p]));
  });

  it('do not leave an identity for an anonymous caller', async () => {
    await cloud.call('open', { do: 'who' }, ana);
    await cloud.call('open', { do: 'who' }, ana);
    const answers = await Promise.all([1, 2, 3, 4].map(() => cloud.call('open', { do: 'who' })));
    for (const answer of answers) {
      expect((answer as unknown as Identity).result.context).not.toHaveProperty('OPENID');
    }
  });

  it('have the variables of the console, which cannot replace those of the platform', async () => {
    const seen = await cloud.probe(async () => {
      const { COLOUR, TZ } = process.env;
      return [COLOUR, TZ];
    });
    expect(seen).toMatchObject({ ok: true, value: ['red', 'UTC'] });
  });

  it('obey their rules: an anonymous caller, a caller of a timer, the timer itself', async () => {
    expect(await cloud.call('rough', { do: 'who' })).toMatchObject({ errCode: -501023 });
    expect(await cloud.call('timed', { do: 'who' }, ana)).toMatchObject({ errCode: -501023 });
    const fired = (await cloud.trigger('timed')) as unknown as Identity;
    expect(fired.result.context).toMatchObject({ SOURCE: 'wx_trigger' });
    expect(fired.result.context).not.toHaveProperty('OPENID');
  });

  it('report failures and can be called again', async () => {
    expect(await callAsAna({}, 'nothing-here')).toMatchObject({ errCode: -501000 });
    expect(await callAsAna({}, '../rough')).toMatchObject({ errCode: -501000 });
    const thrown = (await callAsAna({ do: 'throw' })) as { errCode: number; errMsg: string };
    expect(thrown.errCode).toBe(-504002);
    expect(thrown.errMsg).toContain('TypeError: broken on purpose');
    expect(await callAsAna({ do: 'exit' })).toMatchObject({ errCode: -504002 });
    expect(await callAsAna({ do: 'reject' })).toMatchObject({ errCode: -504002 });
    expect(await callAsAna({ do: 'nothing' })).toMatchObject({ result: null });
    expect(await cloud.call('rough', { do: 'who' }, ana)).toMatchObject({ result: {} });
  });

  it('are stopped at their time limit, even in a busy loop, and get a new worker', async () => {
    const started = Date.now();
    const answers = await Promise.all([
      callAsAna({ do: 'hang' }, 'brief'),
      callAsAna({ do: 'spin' }, 'brief'),
    ]);
    expect(answers).toMatchObject([{ errCode: -504003 }, { errCode: -504003 }]);
    expect(Date.now() - started).toBeLessThan(3000);
    expect(await callAsAna({ do: 'who' }, 'brief')).toMatchObject({ result: { calls: 1 } });
  });

  it('have the memory of their config.json', async () => {
    const filling = { do: 'fill', size: 1_500_000 };
    expect(await callAsAna(filling)).toMatchObject({ result: 1_500_000 });
    expect(await callAsAna(filling, 'small')).toMatchObject({ errCode: -504002 });
    expect(await callAsAna({ do: 'who' }, 'small')).toMatchObject({ result: { calls: 1 } });
  });

  it('take events of 100 KB and give results of 1 MB at most', async () => {
    expect(await callAsAna({ do: 'who', pad: 'x'.repeat(101 * 1024) })).toMatchObject({
      errCode: -504001,
    });
    expect(await callAsAna({ do: 'grow', size: 1024 * 1024 })).toMatchObject({ errCode: -504001 });
    const fits = (await callAsAna({ do: 'grow', size: 1_000_000 })) as { result: string };
    expect(fits.result).toHaveLength(1_000_000);
  });

  it('call another function without the caller', async () => {
    const nested = await cloud.value(async ({ cloud: sdk }) =>
      sdk.callFunction({ name: 'open', data: { do: 'who' } }),
    );
    const { context } = (nested as unknown as Identity).result;
    expect(context).toMatchObject({ SOURCE: 'scf' });
    expect(context).not.toHaveProperty('OPENID');
  });

  it('follow the clock of the cloud', async () => {
    cloud.setNow('2021-05-06T07:08:09.000Z');
    const moved = (await cloud.call('rough', { do: 'who' }, ana)) as unknown as Identity;
    cloud.setNow(null);
    const real = (await cloud.call('rough', { do: 'who' }, ana)) as unknown as Identity;
    expect(moved.result.now).toMatch(/^2021-05-06T07:08:/);
    expect(Math.abs(Date.parse(real.result.now) - Date.now())).toBeLessThan(5000);
  });
});
