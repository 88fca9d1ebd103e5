import { describe, expect, it } from 'vitest';

import { takePicture } from '../testkit/browser/browser';
import { HomePage } from '../testkit/browser/pages/home-page';
import { RecordPage } from '../testkit/browser/pages/record-page';
import { openStory } from '../testkit/browser/story';

/** Height of the screen that pages are designed for, px. */
const SCREEN_PX = 812;

/** One browser and one story: each step continues where the previous one ended. */
describe('a tier reached today, and the year behind it', () => {
  const story = openStory('year', 'h5');

  const texts = (selector: string): Promise<string[]> => story().app.find(selector).allInnerTexts();
  /** The sentences, and the parts of the road. */
  const roadParts = async () => ({
    headline: await texts('.hl-award__headline'),
    pace: await texts('.hl-award__pace'),
    labels: await texts('.hl-road__label'),
    signs: await texts('.hl-road__sign'),
  });

  it('says after an amount that the tier is reached today and from which day it is safe', async () => {
    const { started, desk, app } = story();
    await desk.open(started.url);
    await new HomePage(app).record();
    const record = new RecordPage(app);
    await expect.poll(() => record.title.innerText()).toBe('双肩包专场');
    await record.type('90万');
    await record.confirm();
    await record.saved.waitFor();
    await app.text('起稳过').waitFor();
    expect(await texts('.hl-award__headline')).toEqual(['按数字已过 2,000万 档；2 项待确认']);
    expect(await texts('.hl-award__moved')).toEqual(['1,940万 →']);
    await takePicture(desk.page, '6-safe-from');
  });

  it('shows the same road and sentences on the page of the progress', async () => {
    const { desk, app } = story();
    const saved = await roadParts();
    expect(saved.labels.join()).toContain('还在退货期');
    await new RecordPage(app).done();
    await app.openTab('progress');
    // The page that was left is visible until its animation ends.
    await expect.poll(roadParts).toEqual(saved);
    await takePicture(desk.page, '6-progress-reached');
  });

  it('has the whole progress in two screens', async () => {
    const { app } = story();
    const size = await app.find('.progress-bar').evaluate((bar) => {
      let height = 0;
      for (let at: HTMLElement | null = bar as HTMLElement; at; at = at.parentElement) {
        height = Math.max(height, at.scrollHeight);
      }
      return { width: window.innerWidth, height };
    });
    expect(size.width).toBe(375);
    expect(size.height).toBeGreaterThan(SCREEN_PX);
    expect(size.height).toBeLessThanOrEqual(2 * SCREEN_PX);
  });

  it('shows the year by day of sale and by day of return', async () => {
    const { desk, app } = story();
    await app.find('.hl-row').filter({ hasText: '全年一览' }).click();
    await app.text('各档按销售日算').waitFor();
    expect(await texts('.statement__total')).toEqual(['¥20,300,000\n.00']);
    await takePicture(desk.page, '6-year-by-sale');
    await app.text('按退款日').click();
    await app.text('各档仍按销售日算').waitFor();
    await app.text('退款日不详').waitFor();
    // Every refund of this year's sales came back in this year, so that the total is the same.
    expect(await texts('.statement__total')).toEqual(['¥20,300,000\n.00']);
    await takePicture(desk.page, '6-year-by-return');
  });
});
