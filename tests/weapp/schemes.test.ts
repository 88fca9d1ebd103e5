import { describe, expect, it } from 'vitest';

import { PATHS } from '../../src/paths';
import { callsTo } from '../testkit/weapp/phones';
import { openDemoPhone } from './support/demo-phone';

describe('one ledger under every scheme, on the built mini program', () => {
  const demo = openDemoPhone();
  const text = (): string => demo().phone.screen.text;

  it("lists this place's scheme first, and others only once they are asked for", async () => {
    const { phone, names } = demo();
    const { shopId, hostId } = names;
    await phone.open(PATHS.schemes.url({ shopId, hostId }));
    await phone.see('同一本账');
    await phone.see('还差 60万');
    expect(text()).not.toContain('海口 2020');
    await phone.tap('也看别处的办法');
    await phone.see('海口 2020');
    const places = ['花都 2020', '海口 2020', '苏州 2023', '义乌 2021'].map((place) =>
      text().indexOf(place),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text()).toMatch(/按数字已过.*3 项待确认/);
  });

  it('offers them again when they could not be read', async () => {
    const { phone } = demo();
    await phone.tap('不看别处的办法');
    await phone.until('the other schemes to leave', () => !text().includes('海口 2020'));
    await phone.setOnline(false);
    await phone.tap('也看别处的办法');
    await phone.see('现在没有网络，显示的是');
    expect(text()).toContain('也看别处的办法');
    await phone.setOnline(true);
    await phone.tap('也看别处的办法');
    await phone.see('海口 2020');
  });

  it('opens the progress under the scheme of a row, read without an error', async () => {
    const { phone } = demo();
    await phone.tap('苏州 2023');
    await phone.until(
      'the ladder of Suzhou',
      () => /苏州 2023/.test(text()) && /还差 3,060万/.test(text()),
    );
    expect(phone.program.routes.at(-1)).toBe('pages/progress/index');
    expect(callsTo(phone, 'incentive.progress').at(-1)).toMatchObject({ answer: { ok: true } });
    expect(phone.program.errors).toEqual([]);
  });
});
