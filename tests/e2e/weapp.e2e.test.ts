import { describe, expect, it } from 'vitest';

import { HomePage } from '../testkit/browser/pages/home-page';
import { RecordPage } from '../testkit/browser/pages/record-page';
import { overhear, takePicture } from '../testkit/browser/browser';
import { openStory } from '../testkit/browser/story';

/** The mini program as it would be uploaded, in the desk's phone. */
describe('the built mini program in a browser', () => {
  const story = openStory('weapp', 'weapp');

  it('opens the home page with the year and the gap to the next tier', async () => {
    const { started, desk, app } = story();
    await desk.open(started.url);
    const home = new HomePage(app);
    await expect.poll(() => home.net.innerText(), { timeout: 15_000 }).toBe('1,940万');
    expect(await home.headline.innerText()).toContain('还差 60万');
    await takePicture(desk.page, 'weapp-1-home');
  });

  it('moves the road when 12.5万 is recorded', async () => {
    const { desk, app } = story();
    await new HomePage(app).record();
    const record = new RecordPage(app);
    await record.type('12.5万');
    await app.text('¥125,000.00').waitFor();
    await record.confirm();
    await record.saved.waitFor();
    await expect.poll(() => record.road.me.innerText()).toContain('1,952.5万');
    await takePicture(desk.page, 'weapp-2-road-moved');
    await desk.page.locator('#back').click();
    await expect.poll(() => new HomePage(app).net.innerText()).toBe('1,952.5万');
  });

  it('shares a card with a picture, and opens it without an identity', async () => {
    const { desk, app } = story();
    const overheard = await overhear(desk.page);
    await app.find('.home-urgent').filter({ hasText: '双肩包专场' }).click();
    await app.text('在哪里看').or(app.text('开播')).first().waitFor();
    await desk.share();
    await desk.cards.first().waitFor();
    expect(await desk.pictureSize(0)).toEqual({ width: 500, height: 400 });
    await overheard.stop();
    const calls = await overhear(desk.page);
    await desk.become('nobody');
    await desk.openCard(0);
    await app.text('运营方已核对').waitFor();
    await takePicture(desk.page, 'weapp-3-card-anonymous');
    const answers = await calls.stop();
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter(({ person }) => person !== undefined)).toEqual([]);
  });
});
