import { describe, expect, it } from 'vitest';

import { ERROR_CODES, FIELD_ISSUES, WARNING_CODES, type ErrorCode } from '../contract/errors';
import { wordIssue, wordWarning } from './form-words';
import { merchantEnUS } from './en-US/merchant';
import { precheck as precheckEnUS } from './en-US/precheck';
import { sources as sourcesEnUS } from './en-US/sources';
import { messagesOf } from './messages';
import type { Lang } from '../domain/lang';
import { CARD_WORDS } from '../domain/share-card/words';
import { FIRST_DAY } from '../domain/time';
import {
  periodParts,
  wordChinaDay,
  wordClock,
  wordDate,
  wordDays,
  wordError,
  wordReadError,
  wordInstant,
  wordPeriod,
  wordSpan,
  wordStart,
  wordStartDay,
} from './words';
import { merchantZhCN } from './zh-CN/merchant';
import { precheck as precheckZhCN } from './zh-CN/precheck';
import { sources as sourcesZhCN } from './zh-CN/sources';

const NOW = '2026-11-23T12:00:00.000Z';
const zh = {
  ...messagesOf('zh-CN'),
  ...merchantZhCN,
  precheck: precheckZhCN,
  sources: sourcesZhCN,
};
const en: typeof zh = {
  ...messagesOf('en-US'),
  ...merchantEnUS,
  precheck: precheckEnUS,
  sources: sourcesEnUS,
};

/** Every word under a message, functions called with something that stands out. */
function wordsIn(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const call = node as (...values: unknown[]) => unknown;
    try {
      return [[path, String(call(...Array.from({ length: call.length }, () => '7')))]];
    } catch {
      return [];
    }
  }
  return Object.entries(node ?? {}).flatMap(([key, child]) => wordsIn(child, `${path}.${key}`));
}

describe('who has checked something', () => {
  it('is never the district or an officer', () => {
    for (const [path, words] of [...wordsIn({ zh, en }), ...wordsIn(CARD_WORDS)]) {
      // The duty record is about what the merchant must check under the measures of 2026.
      if (path.includes('.merchantDuty.')) continue;
      expect(words, path).not.toMatch(/核验|专员|officer|verif(y|ied|ies)/i);
    }
  });
});

describe('times in words', () => {
  it.each<[string, Lang, string]>([
    ['2026-11-23T12:00:00.000Z', 'zh-CN', '今天 20:00'],
    ['2026-11-24T12:00:00.000Z', 'zh-CN', '明天 20:00'],
    ['2026-11-22T12:00:00.000Z', 'en-US', 'Yesterday 20:00'],
    ['2026-11-27T12:00:00.000Z', 'zh-CN', '周五 20:00'],
    ['2026-11-29T12:00:00.000Z', 'zh-CN', '周日 20:00'],
    ['2026-11-27T12:00:00.000Z', 'en-US', 'Fri 20:00'],
    ['2026-12-28T12:00:00.000Z', 'zh-CN', '12月28日 20:00'],
    ['2026-12-28T12:00:00.000Z', 'en-US', 'Dec 28 20:00'],
    ['2021-01-02T12:00:00.000Z', 'zh-CN', '2021年1月2日 20:00'],
    ['2021-01-02T12:00:00.000Z', 'en-US', 'Jan 2, 2021 20:00'],
  ])('%s in %s', (instant, lang, expected) => {
    expect(wordInstant(instant, NOW, { lang, isAbroad: false })).toBe(expected);
  });

  it.each<[Lang, string, string, string]>([
    ['zh-CN', '今天 20:00（北京时间）', '20:00（北京时间）', '今天 20:00 – 23:30（北京时间）'],
    ['en-US', 'Today 20:00 (China time)', '20:00 (China time)', 'Today 20:00 – 23:30 (China time)'],
  ])('name the zone once on a phone abroad, in %s', (lang, instant, clock, period) => {
    const reader = { lang, isAbroad: true };
    const evening = { startAt: NOW, endAt: '2026-11-23T15:30:00.000Z' };
    expect(wordInstant(NOW, NOW, reader)).toBe(instant);
    expect(wordClock('20:00', reader)).toBe(clock);
    expect(wordPeriod(evening, NOW, reader)).toBe(period);
    expect(periodParts(evening, NOW, reader).zone).toBe(clock.slice(6).replace(/[（）()]/g, ''));
    expect(wordChinaDay('2026-11-23', NOW, lang)).not.toMatch(/北京|China/);
  });

  it.each([
    ['2026-11-23T16:00:00.000Z', '今天 20:00 – 次日 00:00'],
    ['2026-11-25T12:00:00.000Z', '今天 20:00 – 周三 20:00'],
  ])('end a period at %s', (endAt, expected) => {
    const reader = { lang: 'zh-CN' as const, isAbroad: false };
    expect(wordPeriod({ startAt: NOW, endAt }, NOW, reader)).toBe(expected);
    expect(periodParts({ startAt: NOW, endAt }, NOW, reader).zone).toBeNull();
  });

  it('leave the time out when only the day is known', () => {
    expect(wordChinaDay('2026-11-22', NOW, 'zh-CN')).toBe('昨天');
  });

  it.each([
    [0, '不到 1 分钟'],
    [59, '59 分钟'],
    [60, '1 小时'],
    [125, '2 小时 5 分钟'],
    [2879, '47 小时 59 分钟'],
    [2880, '2 天'],
  ])('%d minutes', (minutes, expected) => {
    expect(wordSpan(minutes, zh)).toBe(expected);
  });
});

describe('errors in words', () => {
  it.each([zh, en])('name the first day that can be entered', (t) => {
    expect(wordIssue('too_early', t)).toContain(FIRST_DAY.slice(0, 4));
  });

  it.each([zh, en])('has a sentence for every code, issue and warning', (t) => {
    const codes = Object.keys(ERROR_CODES) as ErrorCode[];
    const sentences = [
      ...codes.map((code) => wordError({ code }, t)),
      ...FIELD_ISSUES.map((issue) => wordIssue(issue, t)),
      ...WARNING_CODES.map((code) => wordWarning({ code }, t)),
    ];
    expect(sentences.every((sentence) => sentence !== null && sentence.length > 3)).toBe(true);
  });

  it('uses what the error carries', () => {
    expect(wordError({ code: 'limit_reached', info: { limit: 30 } }, zh)).toContain('30');
    expect(wordError({ code: 'sum_too_large' }, zh)).toMatch(/没有保存.*检查金额/);
    expect(wordWarning({ code: 'session_overlap', info: { title: '早场' } }, en)).toContain('早场');
    expect(wordIssue(null, zh)).toBeNull();
  });

  it.each([
    [zh, /没有保存|没有提交/],
    [en, /not saved|nothing was sent/i],
  ])('does not mention storing where something was only read', (t, storing) => {
    for (const code of ['sum_too_large', 'offline'] as const) {
      expect(wordError({ code }, t)).toMatch(storing);
      expect(wordReadError({ code }, t)).not.toMatch(storing);
    }
  });
});

describe('plain words', () => {
  /** What merchants did not understand or expect, and what stands in its place. */
  const OUTLAWED: readonly [RegExp, string][] = [
    [/排上/, '确认排期'],
    [/记上/, '保存'],
    [/对一对/, '查看结果'],
    [/先说清楚/, '信息使用说明'],
    [/早就/, '补记…时间'],
    [/截至那天/, '截至 and the day'],
    [/[今明昨]天 ?填写/, '填写于今天'],
    [/[万亿] 档/, 'no space before 档'],
    [/[\u4e00-\u9fff][:;,!?](?!\/)/, 'Chinese punctuation'],
    [/\d{4}-\d{2}-\d{2}/, 'a date in words'],
    [/’/, 'the plain apostrophe, which Chinese fonts do not draw wide'],
  ];

  it.each(OUTLAWED)('never has %s; %s', (outlawed) => {
    const found = [...wordsIn({ zh, en }), ...wordsIn(CARD_WORDS)].filter(([, words]) =>
      outlawed.test(words),
    );
    expect(found).toEqual([]);
  });

  it.each([
    ['2025-12-09', '2025年12月9日', 'Dec 9, 2025'],
    ['2020-06', '2020年6月', 'Jun 2020'],
    ['2020', '2020年', '2020'],
  ])('date %s as exactly as it is known', (date, chinese, english) => {
    expect(wordDate(date, 'zh-CN')).toBe(chinese);
    expect(wordDate(date, 'en-US')).toBe(english);
  });

  it.each([
    ['2026-11-23T12:00:30.000Z', '不到 1 分钟后开播'],
    ['2026-11-23T12:59:00.000Z', '59 分钟后开播'],
    ['2026-11-23T13:00:00.000Z', '今天 21:00 开播'],
    ['2026-11-24T12:00:00.000Z', '明天 20:00 开播'],
  ])('count down to %s only within the last hour', (startAt, expected) => {
    expect(wordStart(startAt, NOW, { lang: 'zh-CN', isAbroad: false })).toBe(expected);
  });

  it.each([
    ['2026-11-23T12:59:00.000Z', '59 分钟后开播'],
    ['2026-11-23T13:00:00.000Z', '今天'],
    ['2026-11-23T11:59:00.000Z', '今天'],
    ['2026-11-24T12:00:00.000Z', '明天'],
  ])('name the day of %s where its time stands beside', (startAt, expected) => {
    expect(wordStartDay(startAt, NOW, { lang: 'zh-CN', isAbroad: false })).toBe(expected);
  });

  it('write the days of two years with their years', () => {
    expect(wordDays('2026-12-30', '2027-01-02', 'zh-CN')).toBe('2026年12月30日 – 2027年1月2日');
  });
});

describe('English', () => {
  it('has no Chinese left in it but the name of the language itself', () => {
    const chinese = wordsIn(en).filter(([, word]) =>
      /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(word),
    );
    expect(chinese).toEqual([['.me.languages.zh-CN', '中文']]);
  });

  it('has a word wherever Chinese has one', () => {
    const emptyIn = (t: typeof zh) =>
      wordsIn(t)
        .filter(([, word]) => word.trim() === '')
        .map(([path]) => path);
    expect(emptyIn(en)).toEqual(emptyIn(zh));
    expect(wordsIn(en).map(([path]) => path)).toEqual(
      expect.arrayContaining(wordsIn(zh).map(([path]) => path)),
    );
  });
});
