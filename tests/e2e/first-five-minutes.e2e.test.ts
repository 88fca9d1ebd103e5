import { describe, expect, it } from 'vitest';

import { formatMoney } from '../../src/domain/money';
import { callAs } from '../testkit/cloud';
import { HomePage } from '../testkit/browser/pages/home-page';
import { PhoneApp } from '../testkit/browser/pages/phone-app';
import { RecordPage } from '../testkit/browser/pages/record-page';
import { RoadView } from '../testkit/browser/pages/road-view';
import { overhear, takePicture, watchTroubles } from '../testkit/browser/browser';
import { everyPage } from '../testkit/browser/every-page';
import { chineseBeside, readNames } from '../testkit/browser/names';
import { type Story, openStory } from '../testkit/browser/story';

const MONEY_WORDS = /[¥￥万亿]|销售额|支付额|下单额|退款|净额|目标/;

/** One browser and one story: each step continues where the previous one ended. */
describe('the first five minutes', () => {
  const story = openStory('first-five', 'h5');

  it('starts as the streamer, 0.6 million short of the second tier, on air tonight', async () => {
    const { started, desk, app } = story();
    await desk.open(started.url);
    const home = new HomePage(app);
    await expect.poll(() => home.net.innerText(), { timeout: 15_000 }).toBe('1,940万');
    expect(await home.headline.innerText()).toContain('还差 60万');
    await app.text('直播中').waitFor();
    await takePicture(desk.page, '1-home');
    await app.openTab('sessions');
    await app.text('年终返场').waitFor();
    await takePicture(desk.page, '1-sessions');
    await app.openTab('progress');
    const road = new RoadView(app);
    await road.gap.waitFor();
    expect(await road.gap.innerText()).toContain('60万');
    await takePicture(desk.page, '1-progress');
    await app.openTab('home');
  });

  it('first tap: an amount of 12.5万 tonight moves the road', async () => {
    const { desk, app } = story();
    await new HomePage(app).record();
    const record = new RecordPage(app);
    await expect.poll(() => record.title.innerText()).toBe('双肩包专场');
    await record.type('12.5万');
    await app.text('¥125,000.00').waitFor();
    await takePicture(desk.page, '2-record');
    await record.confirm();
    await record.saved.waitFor();
    const before = await record.road.height();
    await expect.poll(() => record.road.me.innerText()).toContain('1,952.5万');
    expect(await record.road.gap.innerText()).toContain('47.5万');
    expect(await record.road.height()).toBeGreaterThan(before);
    await takePicture(desk.page, '2-road-moved');
    await record.done();
    const home = new HomePage(app);
    await expect.poll(() => home.net.innerText()).toBe('1,952.5万');
    expect(await home.headline.innerText()).toContain('还差 47.5万');
  });

  it('second tap: sharing puts a card into the chat', async () => {
    const { desk, app } = story();
    await new HomePage(app).share();
    await desk.cards.first().waitFor();
    const card = await desk.cards.first().innerText();
    expect(card).toContain('双肩包专场');
    expect(card).not.toMatch(MONEY_WORDS);
    expect(await desk.pictureSize(0)).toEqual({ width: 500, height: 400 });
    await desk.toast.waitFor({ state: 'hidden' });
    await takePicture(desk.page, '3-card');
  });

  it('third tap: the card shows no money without an identity', async () => {
    const { desk, app } = story();
    const overheard = await overhear(desk.page);
    await desk.become('nobody');
    await desk.openCard(0);
    await app.text('双肩包专场').waitFor();
    await app.settle();
    expect(await desk.appAddress()).not.toContain('person');
    await takePicture(desk.page, '4-session-anonymous');
    await expectNoMoney(story());
    await app.find('.hl-row').filter({ hasText: '运营方已核对' }).click();
    await app.text('年终返场').waitFor();
    await app.settle();
    await takePicture(desk.page, '4-store-anonymous');
    await expectNoMoney(story());
    const answers = await overheard.stop();
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.filter(({ person }) => person !== undefined)).toEqual([]);
    const keys = answers.flatMap(({ body }) => body.match(/"\w+Fen"/g) ?? []);
    expect(keys.filter((key) => key !== '"priceFen"')).toEqual([]);
  });

  it('then English: only names are left in Chinese', async () => {
    const { started, context, desk, app } = story();
    await desk.become('streamer');
    await app.openTab('me');
    await app.text('English').click();
    await app.text('What is stored about me').waitFor();
    const names = await readNames(started.cloud);
    const left: Record<string, string[]> = {};
    const window = await context.newPage();
    const pageTroubles = watchTroubles(window, started.url);
    await window.setViewportSize({ width: 375, height: 812 });
    for (const { name, path: target, unfold, isRefused } of everyPage(names)) {
      // A different query makes the app start again instead of navigating.
      await window.goto(`${started.url}/h5/index.html?person=streamer&at=${name}#${target}`);
      const shown = new PhoneApp(window);
      await window.waitForLoadState('networkidle');
      await shown.settle();
      await takePicture(window, `5-english-${name}`);
      if (unfold !== undefined) await shown.text(unfold).click();
      const words = await shown.words();
      const least = isRefused ? 2 : 5;
      expect(words.length, `${name} shows next to nothing`).toBeGreaterThan(least);
      const chinese = chineseBeside([...names.typed, '中文'], words);
      if (chinese.length > 0) left[name] = chinese;
    }
    expect(left).toEqual({});
    expect(pageTroubles).toEqual([]);
  });
});

/** The price of a teaser is public; every other amount is the merchant's own. */
async function expectNoMoney({ started, desk, app }: Story): Promise<void> {
  const sessionId = /live-session\/index\?id=([^&]+)/.exec(await desk.appAddress())?.[1];
  const offers =
    sessionId === undefined
      ? []
      : (await callAs(started.cloud).ok('liveSession.view', { sessionId })).teasers;
  const prices = offers.map(({ priceFen }) => formatMoney(priceFen ?? 0, 'zh-CN'));
  const words = (await app.words()).map((word) =>
    prices.reduce((rest, price) => rest.replaceAll(price, ''), word),
  );
  expect(words.length).toBeGreaterThan(5);
  expect(words.filter((word) => MONEY_WORDS.test(word))).toEqual([]);
}
