import { describe, expect, it } from 'vitest';

import type { Lang } from '../lang';
import { PUBLIC_PHASES } from '../live-session/public-phase';
import { textWidth, wrapText } from './fit-text';
import {
  CARD_HEIGHT,
  type CardSession,
  type CardShop,
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
    shopId: 'sabcdefghijkl',
    shopName: '花都皮具直播间',
    isShopVerified: true,
    title: '双肩包专场',
    precision: 'instant',
    startAt: '2026-11-23T12:00:00.000Z',
    endAt: '2026-11-23T16:00:00.000Z',
    bookedOn: '2026-11-23',
    startedAt: null,
    endedAt: null,
    phase: 'upcoming',
    overAt: '2026-11-23T16:00:00.000Z',
    pausedAt: null,
    ...overrides,
  };
}
function shop(overrides: Partial<CardShop> = {}): CardShop {
  return {
    id: 'sabcdefghijkl',
    name: '花都皮具直播间',
    intro: '源头工厂，真皮女包',
    isVerified: true,
    ...overrides,
  };
}
const texts = (card: ShareCard) => card.picture.commands.filter((each) => each.op === 'text');
const words = (card: ShareCard) => texts(card).map((each) => each.text);
const covers = (card: ShareCard) => card.picture.commands.filter((each) => each.op === 'cover');
function largest(card: ShareCard) {
  return texts(card).reduce((a, b) => (b.size > a.size ? b : a), { text: '', size: 0 });
}
describe('session card', () => {
  it('opens the page that it was laid out for', () => {
    expect(sessionCard(session(), context('zh-CN', '/page?id=1')).path).toBe('/page?id=1');
  });

  it('carries title and store in the line of the chat, and no state', () => {
    for (const phase of PUBLIC_PHASES) {
      const { title } = sessionCard(session({ phase }), context('zh-CN'));
      expect(title).toBe('双肩包专场 · 花都皮具直播间');
    }
  });

  /** Each state with the two lines of the block, at noon in China on 23 November. */
  it.each([
    ['coming', {}, ['11月23日 周一', '20:00 开播'], ['Mon 23 Nov', 'Live at 20:00']],
    [
      'half an hour before',
      { startAt: '2026-11-23T04:30:00.000Z' },
      ['12:00 分享时快开播', '11月23日 12:30'],
      ['Soon, as of 12:00', '23 Nov 12:30'],
    ],
    [
      'a minute more',
      { startAt: '2026-11-23T04:31:00.000Z' },
      ['11月23日 周一', '12:31 开播'],
      ['Mon 23 Nov', 'Live at 12:31'],
    ],
    [
      'due, not started',
      { startAt: '2026-11-23T03:50:00.000Z' },
      ['分享时到点，未确认', '11月23日 11:50'],
      ['Due, not confirmed', '23 Nov 11:50'],
    ],
    [
      'on air',
      { phase: 'on_air' },
      ['分享时直播中', '11月23日 12:00'],
      ['Live when shared', '23 Nov 12:00'],
    ],
    [
      'paused',
      { phase: 'paused' },
      ['分享时暂停中', '11月23日 12:00'],
      ['Paused when shared', '23 Nov 12:00'],
    ],
    [
      'over',
      {
        phase: 'over',
        startedAt: '2026-11-22T22:17:00.000Z',
        endedAt: '2026-11-22T23:40:00.000Z',
      },
      ['已结束', '11月23日 07:40'],
      ['Ended', '23 Nov 07:40'],
    ],
    [
      'cancelled',
      { phase: 'cancelled' },
      ['已取消', '11月23日 20:00'],
      ['Cancelled', '23 Nov 20:00'],
    ],
    [
      'over, known to the day',
      { phase: 'over', precision: 'day', bookedOn: '2021-06-18' },
      ['已结束', '2021年6月18日 周五'],
      ['Ended', 'Fri 18 Jun 2021'],
    ],
    [
      'next year',
      { startAt: '2027-01-02T12:00:00.000Z', overAt: '2027-01-02T16:00:00.000Z' },
      ['2027年1月2日 周六', '20:00 开播'],
      ['Sat 2 Jan 2027', 'Live at 20:00'],
    ],
  ] as const)('says what stays true: %s', (_words, overrides, chinese, english) => {
    for (const [lang, lines] of [
      ['zh-CN', chinese],
      ['en-US', english],
    ] as const) {
      const card = sessionCard(session(overrides), context(lang));
      expect(words(card).slice(-2)).toEqual(lines);
      expect(words(card).join()).not.toMatch(/今天|明天|today|tomorrow/i);
      expect(largest(card).text).toBe(lines[1]);
    }
  });

  it.each(['zh-CN', 'en-US'] as const)('names the zone of its clock in %s', (lang) => {
    const zone = lang === 'zh-CN' ? '北京时间' : 'China time';
    expect(words(sessionCard(session(), context(lang)))).toContain(zone);
    const dayOnly = sessionCard(session({ precision: 'day', phase: 'over' }), context(lang));
    expect(words(dayOnly)).not.toContain(zone);
  });

  it('marks states by shape and colour, and what is over has no colours', () => {
    const looks = (['upcoming', 'on_air', 'paused', 'over', 'cancelled'] as const).map((phase) => {
      const card = sessionCard(session({ phase }), context('zh-CN'));
      const { commands } = card.picture;
      const block = commands.findIndex((each) => each.op === 'rect' && each.y === 232);
      const mark = commands.slice(block + 1).filter((each) => each.op !== 'text');
      const [cover] = covers(card);
      return [mark.map(({ op }) => op).join(), cover?.isGray];
    });
    expect(looks).toEqual([
      ['circle,circle', false],
      ['circle', false],
      ['rect,rect', false],
      ['rect', true],
      // Two strokes, and the line through the time.
      ['line,line,rect', true],
    ]);
  });

  it("shows the store's cover with other cells for each session", () => {
    const [cover] = covers(sessionCard(session(), context('zh-CN')));
    expect(cover).toMatchObject({
      id: 'sabcdefghijkl',
      variant: 'sabcdefghijkl.l0001',
      // A place in front of a name says nothing about the store.
      letter: '皮',
    });
  });
});

describe('store card', () => {
  it('says who it is and what it sells, and whether it was checked', () => {
    const card = shopCard(shop({ isVerified: false }), context('zh-CN'));
    expect(card.title).toBe('花都皮具直播间：源头工厂，真皮女包');
    expect(words(card)).toEqual(['未核对', '花都皮具直播间', '源头工厂，真皮女包']);
    expect(largest(card).text).toBe('花都皮具直播间');
  });

  it('keeps a 40-character name and a long introduction inside the picture', () => {
    const long = '花'.repeat(40);
    for (const lang of ['zh-CN', 'en-US'] as const) {
      const card = shopCard(shop({ name: long, intro: long }), context(lang));
      for (const each of texts(card)) {
        expect(textWidth(each.text, each.size)).toBeLessThanOrEqual(each.maxWidth);
        expect(each.y).toBeLessThanOrEqual(CARD_HEIGHT - 8);
      }
      const names = texts(card).filter(({ size }) => size === 34);
      expect(names).toHaveLength(2);
      expect(names[1]?.text.endsWith('…')).toBe(true);
    }
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
