import { describe, expect, it } from 'vitest';

import type { Lang } from '../lang';
import { textWidth, wrapText } from './fit-text';
import {
  CARD_HEIGHT,
  CARD_WIDTH,
  type CardSession,
  type CardShop,
  type DrawCommand,
  sessionCard,
  type ShareCard,
  shopCard,
} from './index';

const NOW = '2026-11-23T04:00:00.000Z';
function context(lang: Lang, path = '/page') {
  return { path, lang, now: NOW };
}
function session(overrides: Partial<CardSession> = {}): CardSession {
  return {
    id: 'sabcdefghijkl.l0001',
    shopName: '花都皮具直播间',
    isShopVerified: true,
    title: '双肩包专场',
    hostNames: ['小花'],
    precision: 'instant',
    startAt: '2026-11-23T12:00:00.000Z',
    endAt: '2026-11-23T16:00:00.000Z',
    bookedOn: '2026-11-23',
    startedAt: null,
    endedAt: null,
    phase: 'upcoming',
    overAt: '2026-11-23T16:00:00.000Z',
    pausedAt: null,
    isAiPresenter: false,
    ...overrides,
  };
}
function shop(overrides: Partial<CardShop> = {}): CardShop {
  return {
    id: 'sabcdefghijkl',
    name: '花都皮具直播间',
    intro: '源头工厂，真皮女包',
    isVerified: true,
    sessions: [],
    ...overrides,
  };
}
const texts = (card: ShareCard) => card.picture.commands.filter((each) => each.op === 'text');
const words = (card: ShareCard) => texts(card).map((each) => each.text);
function largest(card: ShareCard) {
  return texts(card).reduce((a, b) => (b.size > a.size ? b : a), { text: '', size: 0 });
}

describe('session card', () => {
  it('opens the page that it was laid out for', () => {
    expect(sessionCard(session(), context('zh-CN', '/page?id=1')).path).toBe('/page?id=1');
  });

  it('says state, day and time in words that stay true tomorrow', () => {
    const card = sessionCard(session(), context('zh-CN'));
    expect(card.title).toBe('11月23日 周一 20:00（北京时间）开播：双肩包专场 · 花都皮具直播间');
    expect(words(card)).toEqual([
      '未开始',
      '运营方已核对',
      '花都皮具直播间',
      '双肩包专场',
      '11月23日 周一 · 北京时间',
      '20:00–00:00',
      '小花',
    ]);
    expect(words(card).join()).not.toMatch(/今天|明天/);
  });

  it('has the time as its largest words', () => {
    expect(largest(sessionCard(session(), context('zh-CN')))).toMatchObject({
      text: '20:00–00:00',
    });
    const dayOnly = session({ precision: 'day', bookedOn: '2021-06-18', phase: 'over' });
    expect(largest(sessionCard(dayOnly, context('zh-CN'))).text).toBe('2021年6月18日 周五');
  });

  it.each(['zh-CN', 'en-US'] as const)('names the zone of its clock whole in %s', (lang) => {
    const startAt = '2027-11-23T12:00:00.000Z';
    const next = session({ startAt, endAt: '2027-11-23T16:00:00.000Z' });
    const zone =
      lang === 'zh-CN' ? /2027年11月23日 周二 · 北京时间$/ : /Tue 23 Nov 2027 · China time$/;
    for (const card of [
      sessionCard(next, context(lang)),
      shopCard(shop({ sessions: [next] }), context(lang)),
    ]) {
      expect(words(card)).toContainEqual(expect.stringMatching(zone));
    }
    const dayOnly = sessionCard(session({ precision: 'day', phase: 'over' }), context(lang));
    expect(words(dayOnly).join()).not.toMatch(/北京时间|China time/);
  });

  it('is written in English', () => {
    const card = sessionCard(session({ isAiPresenter: true }), context('en-US'));
    expect(card.title).toBe('Live Mon 23 Nov 20:00 (China time): 双肩包专场 · 花都皮具直播间');
    expect(words(card)).toContain('Not started');
    expect(words(card)).toContain('Mon 23 Nov · China time');
    expect(words(card)).toContain('小花 · AI presenter');
  });

  it('does not say the name twice when a streamer has a store of that name', () => {
    const card = sessionCard(session({ hostNames: ['花都皮具直播间'] }), context('zh-CN'));
    expect(words(card).filter((each) => each === '花都皮具直播间')).toHaveLength(1);
  });

  it('shows the real times once there are any', () => {
    const startedAt = '2026-11-22T22:17:00.000Z';
    const over = session({ startedAt, endedAt: '2026-11-22T23:40:00.000Z', phase: 'over' });
    expect(words(sessionCard(over, context('zh-CN')))).toContain('06:17–07:40');
  });

  it('marks states by shape, not by colour alone', () => {
    const shapeOf = (phase: CardSession['phase']) => {
      const { commands } = sessionCard(session({ phase }), context('zh-CN')).picture;
      const strip = commands.slice(
        2,
        commands.findIndex((each) => each.op === 'text' && each.size === 34),
      );
      return strip.map((each) => (each.op === 'text' ? each.text : each.op)).join();
    };
    expect(['upcoming', 'on_air', 'over', 'cancelled'].map((p) => shapeOf(p as 'over'))).toEqual([
      'circle,circle',
      'circle',
      'rect',
      '×',
    ]);
  });

  it('keeps a 40-character name inside the picture', () => {
    const long = '花'.repeat(40);
    const card = sessionCard(
      session({ shopName: long, title: long, hostNames: [long] }),
      context('zh-CN'),
    );
    for (const text of texts(card)) {
      expect(textWidth(text.text, text.size)).toBeLessThanOrEqual(text.maxWidth);
      expect(text.y).toBeLessThanOrEqual(CARD_HEIGHT - 8);
    }
    const headline = texts(card).filter((each) => each.size === 38);
    expect(headline).toHaveLength(2);
    expect(headline[1]?.text.endsWith('…')).toBe(true);
    expect(headline[1]?.y).toBeLessThan(278 - 32);
  });
});

describe('store card', () => {
  it('shows a session on air before one that is coming', () => {
    const coming = session({ id: 'sabcdefghijkl.l0002', title: '明天的专场' });
    const onAir = session({
      phase: 'on_air',
      title: '今晚专场',
      startAt: '2026-11-23T03:00:00.000Z',
    });
    const card = shopCard(shop({ sessions: [coming, onAir] }), context('zh-CN'));
    expect(card.path).toBe('/page');
    expect(words(card)).toEqual(
      expect.arrayContaining(['直播中', '今晚专场', '花都皮具直播间', '11:00–00:00']),
    );
  });

  it('says what the store sells when nothing is planned, and that it is not verified', () => {
    const card = shopCard(shop({ isVerified: false }), context('zh-CN'));
    expect(card.title).toBe('花都皮具直播间：源头工厂，真皮女包');
    expect(words(card)).toEqual(['店铺主页', '未核对', '花都皮具直播间', '源头工厂，真皮女包']);
    expect(largest(card).text).toBe('花都皮具直播间');
  });

  it('passes over sessions that are over', () => {
    const over = session({
      phase: 'upcoming',
      endAt: '2026-11-23T03:00:00.000Z',
      overAt: '2026-11-23T03:00:00.000Z',
      startAt: '2026-11-23T01:00:00.000Z',
    });
    expect(words(shopCard(shop({ sessions: [over] }), context('zh-CN')))).toContain('店铺主页');
  });

  it('covers the whole picture', () => {
    const rects = shopCard(shop(), context('en-US')).picture.commands.filter(
      (each): each is Extract<DrawCommand, { op: 'rect' }> => each.op === 'rect',
    );
    expect(rects.every((each) => each.width === CARD_WIDTH)).toBe(true);
    expect(rects.reduce((sum, each) => sum + each.height, 0)).toBe(CARD_HEIGHT);
  });
});

describe('wrapping', () => {
  it('breaks English between words and Chinese anywhere', () => {
    expect(wrapText('Leather bags from the factory', 20, 150, 3)).toEqual([
      'Leather bags',
      'from the',
      'factory',
    ]);
    expect(wrapText('一二三四五六', 20, 60, 2)).toEqual(['一二三', '四五六']);
  });

  it('cuts one endless word', () => {
    const lines = wrapText('A'.repeat(80), 20, 100, 2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^A+…$/);
  });
});
