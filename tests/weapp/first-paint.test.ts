import { describe, expect, it } from 'vitest';

import { PATHS } from '../../src/paths';
import { openDemoPhone } from './support/demo-phone';

describe('the first paint', () => {
  const demo = openDemoPhone();

  it('of the progress page is the answer with its road; the rest follows', async () => {
    const { phone } = demo();
    const opening = phone.open(PATHS.progress.url());
    await phone.until('the road', () => phone.screen.all('.hl-road').length === 1);
    const { calls } = phone.program.meter.sum;
    expect(phone.screen.all('.fact')).toEqual([]);
    await phone.until('the rest', () => phone.screen.all('.fact').length > 0);
    await opening;
    expect(calls).toBe(2);
  });

  it('of the sessions page has rows and what stands above them', async () => {
    const { phone } = demo();
    const opening = phone.open(PATHS.sessions.url());
    await phone.until('the tabs', () => phone.screen.all('.hl-tabs__line').length === 1);
    expect(phone.screen.all('.sessions__todo')).toHaveLength(1);
    expect(phone.screen.all('.hl-live').length).toBeGreaterThan(10);
    expect(phone.program.meter.sum.calls).toBe(2);
    await opening;
  });
});
