import { callsTo, phoneOf } from '../testkit/weapp/phones';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { type Phone, tapElement } from 'weapp-runtime/testing';
import type { LiveSession } from '../../src/contract/live-session';
import { PATHS } from '../../src/paths';
import { buildPaid } from '../testkit/builders';
import { startTestCloud } from '../testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

let cloud: LocalCloud;
let phone: Phone;
let store: TestStore;
let ended: LiveSession;

beforeEach(async () => {
  cloud = await startTestCloud();
  cloud.setNow(NOW);
  store = await openStore(cloud, 'lin');
  ended = await sessionIn(store, 'ended', { title: '双肩包专场' });
  phone = phoneOf(cloud, 'lin', { clock: () => Date.parse(NOW) });
});
afterEach(async () => {
  expect(phone.program.errors).toEqual([]);
  phone.close();
  await cloud.close();
});

async function openForm(sessionId: string | null = ended.id, entryId: string | null = null) {
  await phone.open(PATHS.record.url({ shopId: store.shopId, sessionId, entryId }));
}

async function type(amount: string): Promise<void> {
  for (const key of amount) await phone.tap(key);
}

const save = (): Promise<void> => phone.tapAt('.hl-pad__confirm');
const erase = (): Promise<void> => phone.holdAt('.hl-pad__key--back');

/** The saved amount, once the page shows it. */
async function saved(): Promise<string> {
  const find = (): Element[] => phone.screen.all('.record__saved-words');
  await phone.until('the saved amount', () => find().length > 0);
  return find()[0]?.textContent ?? '';
}

/** Yuan of each entry that counts. */
async function counted(): Promise<number[]> {
  const scope = { shopId: store.shopId, sessionId: null, month: null, cursor: null };
  const { items } = await store.owner.ok('sales.ledger', scope);
  const counting = items.filter(({ status }) => status === 'counts');
  return counting.map(({ amountFen }) => amountFen / 100);
}

async function paid(amountFen: number, sessionId = ended.id) {
  const input = buildPaid(store.shopId, sessionId, { amountFen });
  return (await store.owner.ok('sales.record', input)).entry;
}

describe('the amount of the record page', () => {
  it('is replaced by the first key of a correction, never added to', async () => {
    const entry = await paid(12_500_000);
    await openForm(ended.id, entry.id);
    await phone.see('125,000');
    await phone.see('按数字键，直接换成新的');
    await type('13万');
    await phone.see('¥130,000.00');
    await phone.see('+¥5,000');
    await save();
    expect(await saved()).toContain('13万');
    expect(await counted()).toEqual([130_000]);
  });

  it('is cleared as a whole by a long press of delete, and character by character by taps', async () => {
    await openForm();
    await type('1280');
    await phone.see('1,280');
    await phone.tapAt('.hl-pad__key--back');
    await phone.see('¥128.00');
    await erase();
    await type('7');
    await phone.see('¥7.00');
  });

  it('is selected when a kept draft is found, so that the next amount does not begin with it', async () => {
    await openForm();
    await type('5000');
    await openForm();
    await phone.see('5,000');
    await type('12');
    await phone.see('¥12.00');
  });

  it('lies before the day and the account where no session is chosen', async () => {
    await openForm();
    await phone.tap('双肩包专场');
    await phone.tap('不属于某一场，记到账号和日期');
    const order = ['record__amount', 'record__kinds', 'mk-picker'].map((name) =>
      phone.program.page.view.innerHTML.indexOf(name),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
  });
});

describe('an amount whose answer is lost and that is then changed', () => {
  async function loseThenChange(): Promise<void> {
    await openForm();
    await type('1000');
    phone.loseAnswers(true);
    await save();
    phone.loseAnswers(false);
    await type('1200');
  }

  it('counts once, as a correction of what was stored, with a note about it', async () => {
    await loseThenChange();
    await phone.see('¥1,000 没有收到回复');
    await save();
    expect(await saved()).toContain('¥1,200');
    await phone.see('上次提交的 ¥1,000 其实已经存好');
    expect(await counted()).toEqual([1200]);
  });

  it('counts once after a restart between the change and the next try', async () => {
    await loseThenChange();
    await openForm();
    await phone.see('¥1,000 没有收到回复');
    await save();
    await saved();
    expect(await counted()).toEqual([1200]);
  });

  it('moves when another place was chosen too', async () => {
    const other = await sessionIn(store, 'ended', {
      title: '托特包专场',
      startAt: '2026-11-24T13:00:00.000Z',
    });
    await loseThenChange();
    await phone.tap('双肩包专场');
    await phone.tap('托特包专场');
    await openForm();
    await save();
    await saved();
    const { session } = await store.owner.ok('liveSession.get', { sessionId: other.id });
    expect(session.figures.paidFen).toBe(120_000);
    expect(await counted()).toEqual([1200]);
  });

  it('keeps both, with a note, while the network is away', async () => {
    await loseThenChange();
    await phone.setOnline(false);
    await save();
    await phone.see('¥1,000 没有收到回复');
    expect(await counted()).toEqual([1000]);
    await phone.setOnline(true);
    await save();
    await saved();
    expect(await counted()).toEqual([1200]);
  });

  it('leaves nothing that counts when it is undone', async () => {
    await loseThenChange();
    await save();
    await saved();
    await phone.tap('撤销这笔');
    expect(phone.screen.toast).toBe('已撤销，这笔不再计入');
    expect(await counted()).toEqual([]);
  });

  it('counts once when a correction is lost and changed', async () => {
    const entry = await paid(100_000);
    await openForm(ended.id, entry.id);
    await type('1100');
    phone.loseAnswers(true);
    await save();
    phone.loseAnswers(false);
    await type('1200');
    await save();
    await saved();
    expect(await counted()).toEqual([1200]);
  });
});

describe('a device without room', () => {
  it('is named on the page, and the typed amount stays on the screen', async () => {
    await openForm();
    phone.fillStorage(true);
    await type('1200');
    await phone.see('手机存储空间不够');
    await phone.see('1,200');
    await save();
    await saved();
    phone.fillStorage(false);
    expect(await counted()).toEqual([1200]);
  });
});

describe('the day of a refund', () => {
  async function oldSession(): Promise<string> {
    const { shopId, hostId, accountId, owner } = store;
    const when = { precision: 'day', day: '2026-03-02' } as const;
    const input = { shopId, title: '三月的一场', hostIds: [hostId], accountId, when, figure: null };
    return (await owner.ok('liveSession.backfill', input)).session.id;
  }
  const chosen = (): string => phone.screen.all('.hl-choice--chosen')[0]?.textContent ?? '';

  it('is preset again when a session of another day is chosen', async () => {
    await oldSession();
    await openForm();
    await phone.tap('退款');
    expect(chosen()).toBe('今天');
    await phone.tap('双肩包专场');
    await phone.tap('三月的一场');
    expect(chosen()).toBe('不清楚');
    await type('300');
    await save();
    await saved();
    const [call] = callsTo(phone, 'sales.record');
    expect(call).toMatchObject({ event: { input: { returnedOn: null } } });
  });

  it.each([
    ['今天', 'of today', async () => ended.id],
    ['不清楚', 'of long ago', oldSession],
  ])('is %s for a session %s that is read only after the tap', async (day, _when, sessionOf) => {
    const sessionId = await sessionOf();
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    phone.close();
    const slow: Pick<LocalCloud, 'call'> = {
      call: async (name, event, caller) => {
        if ((event as { endpoint: string }).endpoint === 'liveSession.get') await held;
        return cloud.call(name, event, caller);
      },
    };
    phone = phoneOf(slow, 'lin', { clock: () => Date.parse(NOW) });
    const opened = openForm(sessionId);
    await phone.until('the form', () => phone.screen.find('退款').length > 0);
    tapElement(phone.screen.find('退款')[0] as Element);
    await phone.until('the choice of days', () => phone.screen.find('不清楚').length > 0);
    release();
    await opened;
    await phone.until(day, () => chosen() === day);
    expect(phone.screen.find('双肩包专场').length + phone.screen.find('三月的一场').length).toBe(1);
  });

  it('stays as the person chose it', async () => {
    await oldSession();
    await openForm();
    await phone.tap('退款');
    await phone.tap('今天');
    await phone.tap('双肩包专场');
    await phone.tap('三月的一场');
    expect(chosen()).toBe('今天');
  });
});

describe('the sessions to choose from', () => {
  it('begin with those that wait for a figure', async () => {
    const done = await sessionIn(store, 'ended', { title: '记过的一场' });
    await paid(100, done.id);
    await openForm(null);
    await phone.tapAt('.hl-row');
    const titles = phone.screen.all('.record__targets .record__group, .record__targets .hl-live');
    const order = titles.map(({ textContent }) => textContent);
    expect(order[0]).toBe('等着记');
    expect(order[1]).toContain('双肩包专场');
    expect(order[2]).toBe('其他');
    expect(order[3]).toContain('记过的一场');
    expect(phone.screen.all('.record__waits')).toHaveLength(1);
  });
});

describe('a button that records', () => {
  it('on a session’s card is for that session, also after a draft was moved to another', async () => {
    const other = await sessionIn(store, 'live', { title: '直播的一场' });
    await openForm();
    await type('5');
    await phone.tap('双肩包专场');
    await phone.tap('直播的一场');
    await openForm(ended.id);
    await phone.see('双肩包专场');
    await phone.open(PATHS.home.url());
    await phone.see('直播的一场');
    await phone.tapAt('.home-actions__record .hl-button');
    expect(phone.program.page.query).toMatchObject({ sessionId: other.id });
  });

  it('on home is not on the card of a session that is only coming', async () => {
    await paid(100);
    await sessionIn(store, 'scheduled', { title: '晚上的一场' });
    await phone.open(PATHS.home.url());
    await phone.see('晚上的一场');
    const card = phone.screen.find('晚上的一场')[0]?.closest('.hl-card');
    expect(card?.querySelectorAll('.home-actions__record')).toHaveLength(0);
    await phone.tap('记一笔');
    expect(phone.program.page.query).not.toHaveProperty('sessionId');
  });
});
