import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type ProbeCloud, PROBE, startProbeCloud } from './testing';

const CHECK = 'security.msgSecCheck';
let cloud: ProbeCloud;

beforeAll(async () => {
  const allowed = { ...PROBE, config: { permissions: { openapi: [CHECK] } } };
  cloud = await startProbeCloud({ functions: { allowed } });
});
afterAll(() => cloud.close());

interface Checked {
  readonly ok: boolean;
  readonly errCode?: number;
  readonly errMsg?: string;
  readonly value?: { readonly result: object; readonly detail: readonly object[] };
}

/** Checks words in a function, as `tester` or in the name of another person. */
async function check(given: object, name = 'allowed'): Promise<Checked> {
  const args = { openid: 'tester', scene: 1, version: 2, content: '周末专场', ...given };
  const body = 'async ({ cloud, args }) => cloud.openapi.security.msgSecCheck(args)';
  const { result } = await cloud.call(name, { body, args }, { person: 'tester' });
  return result as Checked;
}

describe('security.msgSecCheck', () => {
  it('passes ordinary words', async () => {
    const { value } = await check({});
    expect(value).toMatchObject({ errCode: 0, result: { suggest: 'pass', label: 100 } });
  });

  it.each([
    ['[risky]', 'risky', '[risky]'],
    ['[review]', 'review', '[review]'],
    ['[risky model]', 'risky', undefined],
    ['[review model]', 'review', undefined],
    ['全网最低', 'review', '全网最低'],
    ['[review] [risky model]', 'risky', '[review]'],
  ])('finds %s to be %s', async (words, suggest, keyword) => {
    const { value } = await check({ content: `周末${words}专场` });
    expect(value?.result).toMatchObject({ suggest });
    const keywords = value?.detail.flatMap((detail) => ('keyword' in detail ? detail.keyword : []));
    expect(keywords).toEqual(keyword === undefined ? [] : [keyword]);
  });

  it.each([
    ['no openid', { openid: '' }, 40003],
    ['an unknown scene', { scene: 7 }, 40129],
    ['no words', { content: '' }, 44002],
    ['2,501 characters', { content: '好'.repeat(2501) }, 47001],
    ['a person who has not come for two hours', { openid: 'someone' }, 61010],
    ['[down]', { content: '[down]' }, -1],
    ['[quota]', { content: '[quota]' }, 45009],
    ['[away]', { content: '[away]' }, 61010],
  ])('refuses %s', async (_what, given, errCode) => {
    expect(await check(given)).toMatchObject({ ok: false, errCode });
  });

  it('takes 2,500 characters', async () => {
    expect(await check({ content: '好'.repeat(2500) })).toMatchObject({ ok: true });
  });

  it('knows for two hours who has come', async () => {
    cloud.setNow('2026-11-24T02:00:00.000Z');
    await cloud.call('allowed', { body: 'async () => 1' }, { person: 'early' });
    cloud.setNow('2026-11-24T03:59:00.000Z');
    expect(await check({ openid: 'early' })).toMatchObject({ ok: true });
    cloud.setNow('2026-11-24T04:01:00.000Z');
    expect(await check({ openid: 'early' })).toMatchObject({ ok: false, errCode: 61010 });
    cloud.setNow(null);
  });

  it('is down until an instant that words name', async () => {
    const content = '[down until 2026-11-24T03:00Z]';
    cloud.setNow('2026-11-24T02:59:00.000Z');
    expect(await check({ content })).toMatchObject({ ok: false, errCode: -1 });
    cloud.setNow('2026-11-24T03:01:00.000Z');
    expect(await check({ content })).toMatchObject({ ok: true });
    cloud.setNow(null);
  });

  it('is refused to a function whose config.json does not name it', async () => {
    expect(await check({}, 'probe')).toMatchObject({ ok: false, errCode: -604101 });
  });

  it('has no first version here', async () => {
    const { errMsg } = await check({ version: 1 });
    expect(errMsg).toMatch(/version 1.*is not emulated/);
  });
});
