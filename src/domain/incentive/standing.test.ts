import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { award as answered, HUADU, MILLION, reading, stated, sumsOf } from './evaluate.fixture';
import { inOrder, standingOf } from './host-ladder';
import type { Answer, AwardAnswer, ConditionAnswer, Progress } from './progress';
import {
  hasPassed,
  isSameNet,
  netOf,
  newlyReached,
  ruleOf,
  salesAward,
  salesScheme,
  standingOn,
} from './standing';

function condition(
  metric: ConditionAnswer['metric'],
  answer: Answer,
  figures: Partial<ConditionAnswer> = {},
): ConditionAnswer {
  return {
    conditionId: 'c',
    metric,
    answer,
    low: 900,
    high: 900,
    threshold: 1000,
    unit: 'fen',
    comparator: 'more_than',
    gap: 101,
    missing: null,
    certainty: 'primary',
    sources: [],
    byBasis: null,
    range: null,
    settled: null,
    ...figures,
  };
}

function award(...answers: Answer[]): AwardAnswer {
  return {
    awardId: 'a',
    subject: 'host',
    metric: 'net_sales',
    missing: [],
    reachedTierId: null,
    atMostTierId: null,
    nextTierId: null,
    tiers: answers.map((answer, index) => ({
      tierId: `t${index + 1}`,
      byFigures: 'cannot_tell',
      bySettled: 'cannot_tell',
      atRisk: null,
      conditions: [
        // Followers are a separate condition; they must not hide that an amount is reached.
        condition('followers', 'cannot_tell', { low: null, high: null, gap: null }),
        condition('net_sales', answer, answer === 'met' ? { gap: 0 } : {}),
      ],
      toConfirm: [],
      award: { kind: 'up_to', capFen: 1 },
    })),
  };
}

describe('the standing on the road of net sales', () => {
  it('finds the award of net sales', () => {
    const other = { ...award('met'), metric: 'operating_revenue' as const };
    const progress = { awards: [other, award('not_met')] } as unknown as Progress;
    expect(salesAward(progress)).toBe(progress.awards[1]);
    expect(salesAward(null)).toBeNull();
  });

  it('reads the bounds of the money, not of another condition', () => {
    expect(netOf(award('not_met'))).toEqual({ low: 900, high: 900 });
    expect(netOf(null)).toEqual({ low: null, high: null });
    expect(isSameNet({ low: 1, high: 2 }, { low: 1, high: 3 })).toBe(false);
    expect(isSameNet({ low: 0, high: 2 }, { low: 1, high: 2 })).toBe(false);
    expect(isSameNet({ low: 1, high: 2 }, { low: 1, high: 2 })).toBe(true);
  });

  it('names the tiers that an amount reaches in addition', () => {
    expect(newlyReached(award('met', 'not_met'), award('met', 'met'))).toEqual(['t2']);
    expect(newlyReached(award('met'), award('met'))).toEqual([]);
    expect(newlyReached(award('not_met'), null)).toEqual([]);
  });
});

describe('hasPassed', () => {
  it('holds for tiers whose amount is met today, whatever is expected back', () => {
    const answers = award('met', 'cannot_tell', 'not_met');
    const [met = '', open = '', ahead = ''] = answers.tiers.map(({ tierId }) => tierId);
    expect([met, open, ahead].map((id) => hasPassed(answers, id))).toEqual([true, false, false]);
  });
});

describe('what blocks the next tier', () => {
  type Sums = Parameters<typeof sumsOf>[0];

  /** What blocks a host with these sums and readings; the row of the ladder must say the same. */
  function blocked(sums: Sums, ...counts: (number | null)[]) {
    const followers = counts.map((count, index) =>
      reading({
        accountId: `a${String(index)}`,
        count,
        readOn: count === null ? null : '2026-11-01',
      }),
    );
    const answer = answered('HD-ANCHOR', { sums: sumsOf(sums), followers });
    const { standing } = standingOf({ id: 'h', name: '甲' }, answer, 0);
    const { tierId, by, condition } = standing.blocker ?? {};
    const blocker = condition && { tierId, by, metric: condition.metric, gap: condition.gap };
    const { reached, distance } = standingOn(answer);
    expect(standing).toMatchObject({ reached, distance });
    return blocker ?? null;
  }

  it('cannot be known of a range beyond the threshold', () => {
    expect(blocked({ ordered: 23.5 * MILLION }, 600_000)).toMatchObject({
      tierId: 'A1',
      by: 'range',
      metric: 'net_sales',
    });
  });

  it('is the most that a range below the threshold is short', () => {
    expect(blocked({ ordered: 9 * MILLION }, 600_000)).toMatchObject({ by: 'short_at_most' });
  });

  it('is the money first, then followers by their gap', () => {
    expect(blocked({ paid: 9 * MILLION }, 486_000)).toMatchObject({
      by: 'short',
      metric: 'net_sales',
      gap: MILLION + 1,
    });
    expect(blocked({ paid: 11.12 * MILLION }, 486_000)).toEqual({
      tierId: 'A1',
      by: 'short',
      metric: 'followers',
      gap: 14_001,
    });
    expect(blocked({ paid: 11.12 * MILLION }, 500_000)).toMatchObject({ gap: 1 });
  });

  it('is unread where an account has no reading, and the next amount once all is met', () => {
    expect(blocked({ paid: 11.12 * MILLION }, 486_000, null)).toMatchObject({
      by: 'unread',
      metric: 'followers',
    });
    expect(blocked({ paid: 11.12 * MILLION }, 600_000, null)).toMatchObject({
      by: 'short',
      metric: 'net_sales',
    });
    expect(blocked({ paid: 99 * MILLION }, 600_000)).toBeNull();
  });

  it('is what is not met before what cannot be known, which does not decide', () => {
    expect(blocked({ ordered: 23.5 * MILLION }, 486_000)).toMatchObject({
      by: 'short',
      metric: 'followers',
    });
  });
});

describe('standingOn', () => {
  const sold = (million: number) => ({ sums: sumsOf({ paid: million * MILLION }) });

  it('counts of the reached tier what is not confirmed, and what is stated as no', () => {
    const facts = [stated('local_streamer', true), stated('home_in_huadu', false)];
    expect(standingOn(answered('HD-ANCHOR', sold(12))).reached).toEqual({
      tierId: 'A1',
      unanswered: 3,
      denied: 0,
    });
    expect(standingOn(answered('HD-ANCHOR', { ...sold(12), facts })).reached).toMatchObject({
      unanswered: 1,
      denied: 1,
    });
    expect(standingOn(answered('HD-ANCHOR', sold(9))).reached).toBeNull();
  });

  it('is never further from the next tier, and never blocked lower, with more money', () => {
    const followers = fc.array(fc.option(fc.nat(1_000_000)), { maxLength: 2 });
    const fen = fc.nat(60 * MILLION);
    fc.assert(
      fc.property(fen, fc.nat(30 * MILLION), followers, (paid, more, counts) => {
        const read = counts.map((count, index) => reading({ accountId: `a${index}`, count }));
        const [before, after] = [paid, paid + more].map((amount) =>
          standingOn(answered('HD-ANCHOR', { sums: sumsOf({ paid: amount }), followers: read })),
        );
        const place = (tierId: string | undefined): number =>
          tierId === undefined ? 4 : ['A1', 'A2', 'A3'].indexOf(tierId);
        const [first, second] = [before?.blocker, after?.blocker];
        expect(place(second?.tierId)).toBeGreaterThanOrEqual(place(first?.tierId));
        if (first && second?.tierId === first.tierId) {
          expect(after?.distance).toBeLessThanOrEqual(before?.distance ?? 1);
          if (second.condition.metric === first.condition.metric) {
            expect(second.condition.gap ?? 0).toBeLessThanOrEqual(first.condition.gap ?? 0);
          }
        }
      }),
    );
  });
});

describe('inOrder', () => {
  it('lists who is nearest to their next tier first, whatever blocks it', () => {
    const host = (name: string, paid: number, ...counts: number[]) =>
      standingOf(
        { id: name, name },
        answered('HD-ANCHOR', {
          sums: paid > 0 ? sumsOf({ paid: paid * MILLION }) : null,
          followers: counts.map((count) => reading({ count })),
        }),
        0,
      );
    const hosts = [
      host('无', 0),
      host('远', 3, 600_000),
      host('顶', 60, 600_000),
      host('粉', 11.12, 500_000),
      host('近', 9.5),
    ];
    expect(inOrder(hosts).map(({ name }) => name)).toEqual(['粉', '近', '远', '顶', '无']);
  });

  it('lists hosts who stand alike by name, and of one name by id', () => {
    const rowOf = ([id, name]: readonly [string, string]) =>
      standingOf({ id, name }, answered('HD-ANCHOR', { followers: [] }), 0);
    const hosts = (
      [
        ['1', 'c'],
        ['3', 'a'],
        ['4', 'b'],
        ['2', 'b'],
      ] as const
    ).map(rowOf);
    const sorted = ['3', '2', '4', '1'];
    expect(inOrder(hosts).map(({ hostId }) => hostId)).toEqual(sorted);
    expect(inOrder([...hosts].reverse()).map(({ hostId }) => hostId)).toEqual(sorted);
  });

  it('has the net and the gap of its own metric, not of the condition that comes first', () => {
    const row = standingOf({ id: 'h', name: '甲' }, award('not_met'), 0);
    expect(row).toMatchObject({ net: { low: 900, high: 900 }, followers: null, gapFen: 101 });
  });
});

describe('salesScheme', () => {
  const progressOf = (metric: string) =>
    ({ awards: [{ ...award(), metric }] }) as unknown as Progress;

  it('is the first scheme with a ladder of net sales', () => {
    const [other, first, second] = ['followers', 'net_sales', 'net_sales'].map((metric) => ({
      progress: progressOf(metric),
    }));
    if (!other || !first || !second) throw new Error('three schemes are compared');
    expect(salesScheme([other, first, second])).toBe(first);
    expect(salesScheme([other])).toBeNull();
  });
});

describe('ruleOf', () => {
  it('is the rule with the id of the award', () => {
    const rule = HUADU.awards.at(-1);
    const ruleWith = (awardId: string) => ruleOf({ ...award(), awardId }, HUADU);
    expect(ruleWith(rule?.awardId ?? '')).toBe(rule);
    expect(ruleWith('other')).toBeNull();
    expect(ruleOf(award(), null)).toBeNull();
    expect(ruleOf(null, HUADU)).toBeNull();
  });
});

describe('a host on the ladder', () => {
  it('has the net, the followers and the gap of its own ladder', () => {
    const sums = sumsOf({ paid: 12 * MILLION });
    const row = standingOf(
      { id: 'h', name: '小花' },
      answered('HD-ANCHOR', { sums, followers: [reading({ count: 500_007 })] }),
      0,
    );
    expect(row).toMatchObject({
      net: { low: 12 * MILLION, high: 12 * MILLION },
      followers: 500_007,
      gapFen: 8 * MILLION + 1,
      missing: [],
    });
  });

  it('says once what is missing, and knows no net without records', () => {
    const row = standingOf({ id: 'h', name: '小花' }, answered('HD-ANCHOR', { followers: [] }), 0);
    expect(row).toMatchObject({ net: null, followers: null, gapFen: null });
    expect(new Set(row.missing).size).toBe(row.missing.length);
    expect(row.missing).toContain('nothing_recorded');
  });

  it('words only figures of the condition that blocks it', () => {
    const row = standingOf(
      { id: 'h', name: '小花' },
      answered('HD-ANCHOR', { sums: sumsOf({ paid: 12 * MILLION }), followers: [reading()] }),
      0,
    );
    expect(Object.keys(row.standing.blocker?.condition ?? {}).sort()).toEqual([
      'answer',
      'comparator',
      'conditionId',
      'gap',
      'high',
      'low',
      'metric',
      'threshold',
      'unit',
    ]);
  });
});

describe('what blocks a tier', () => {
  const ladderOf = (...conditions: ConditionAnswer[]) => ({
    ...award('not_met'),
    tiers: [{ ...award('not_met').tiers[0]!, conditions }],
  });
  const declared = (id: string, figures: Partial<ConditionAnswer>) =>
    condition('x/y', 'not_met', { conditionId: id, ...figures });

  it('is the nearest condition where none is on the figure of the ladder', () => {
    const far = declared('far', { gap: 500, threshold: 1000 });
    const near = declared('near', { gap: 100, threshold: 1000 });
    const middle = declared('middle', { gap: 300, threshold: 1000 });
    for (const order of [
      [far, near, middle],
      [near, middle, far],
    ]) {
      expect(standingOn(ladderOf(...order)).blocker?.condition.conditionId).toBe('near');
    }
  });

  it('is missing wholly of a threshold of 0 or of an unknown figure, and by nothing without a gap', () => {
    const distance = (figures: Partial<ConditionAnswer>) =>
      standingOn(ladderOf(condition('net_sales', 'not_met', figures))).distance;
    expect(distance({ threshold: 0, gap: 1, low: 0 })).toBe(1);
    expect(distance({ threshold: 0, gap: 0, low: 0 })).toBe(0);
    expect(distance({ threshold: 1000, gap: 250 })).toBe(0.25);
    expect(distance({ gap: 250, low: null })).toBe(1);
    expect(distance({ gap: null })).toBe(1);
  });

  it('is unread without both bounds, and a range between them', () => {
    const by = (low: number | null, high: number | null) =>
      standingOn(ladderOf(condition('net_sales', 'cannot_tell', { low, high }))).blocker?.by;
    expect([by(1, 2), by(1, null), by(null, 2)]).toEqual(['range', 'unread', 'unread']);
  });
});

describe('inOrder', () => {
  it('has of two that are as near the larger first, then the name, then the id', () => {
    const [blank] = [standingOf({ id: 'x', name: 'x' }, award('not_met'), 0)];
    const row = (hostId: string, name: string, low: number) => ({
      ...blank,
      hostId,
      name,
      net: { low, high: low },
    });
    const sorted = [row('d', 'a', 5), row('c', 'b', 3), row('a', 'c', 3), row('b', 'c', 3)];
    for (const rows of [[...sorted].reverse(), [sorted[2]!, sorted[0]!, sorted[3]!, sorted[1]!]]) {
      expect(inOrder(rows).map(({ hostId }) => hostId)).toEqual(['d', 'c', 'a', 'b']);
    }
  });
});
