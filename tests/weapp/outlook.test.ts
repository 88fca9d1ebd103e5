import { describe, expect, it } from 'vitest';

import { PATHS } from '../../src/paths';
import { callsTo } from '../testkit/weapp/phones';
import { openDemoPhone } from './support/demo-phone';

describe('what moves a year, on the built mini program', () => {
  const demo = openDemoPhone();
  const textsOf = (selector: string): string[] =>
    demo()
      .phone.screen.all(selector)
      .map(({ textContent }) => textContent ?? '');

  it('draws the months of the year as one picture in the row that leads to them', async () => {
    const { phone } = demo();
    await phone.open(PATHS.progress.url());
    await phone.see('全年一览');
    const pictures = phone.screen.all('.progress-year');
    expect(pictures).toHaveLength(1);
    const style = pictures[0]?.getAttribute('style') ?? '';
    expect(style.match(/M\d+ \d+v-\d+/g)?.length).toBeGreaterThanOrEqual(11);
    expect(style.length).toBeLessThan(500);
    expect(phone.screen.text).toMatch(/退款占支付额 \d+%/);
  });

  it('names the session without an amount, and opens its form', async () => {
    const { phone } = demo();
    await phone.see('没有金额的场次');
    expect(phone.screen.text).toMatch(/没有金额的场次\s*1 场/);
    expect(callsTo(phone, 'liveSession.list')).toHaveLength(1);
    await phone.tap('没有金额的场次');
    await phone.see('会员返场');
  });

  it('opens the list of just those where there are more', async () => {
    const { phone, names } = demo();
    const { shopId, hostId } = names;
    const url = PATHS.findSessions.url({ shopId, tab: 'to_record', hostId });
    await phone.open(url);
    await phone.see('待记录 ✕');
    await phone.see('会员返场');
    expect(phone.screen.text).not.toContain('双肩包专场');
  });

  it('tells what one session more or fewer, returns and followers would change', async () => {
    const { phone, names } = demo();
    const { shopId, hostId } = names;
    await phone.open(PATHS.forecast.url({ shopId, hostId }));
    await phone.see('什么会改变它');
    const rows = textsOf('.hl-row').slice(0, 8).join('\n');
    expect(rows).toMatch(/每周多播 1 场.*每场像平常一样/);
    expect(rows).toMatch(/每周少播 1 场/);
    expect(rows).toMatch(/粉丝降到 50万.*余 11\.2万.*2,000万 档不成立/);
    await phone.tap('每周多播 1 场');
    await phone.see('每周场次');
  });
});
