import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { InputOf } from '../../src/contract/endpoints';
import { buildCorrection, buildPaid, buildRegistration } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { platformOf, readRealSessions, type ReportedSession } from '../testkit/real-sessions';

const YUAN = 100;

/**
 * Worked out by hand from the fixture: host, year, ordered yuan of its kept rows that have a date and
 * an amount, the answer for the first tier, and the highest tier that is not ruled out. The ordered
 * amount bounds the net: up to 10 million is "not met", anything higher is "cannot tell".
 */
const EXPECTED: readonly [string, number, number, 'not_met' | 'cannot_tell', string | null][] = [
  ['chen-xiaodong', 2019, 50_000, 'not_met', null],
  ['liang-jianzhang', 2020, 54_970_000, 'cannot_tell', 'A3'],
  ['luo-yonghao', 2020, 145_000_000, 'cannot_tell', 'A3'],
  ['zhu-guangquan+li-jiaqi', 2020, 40_140_000, 'cannot_tell', 'A2'],
  ['dong-mingzhu', 2020, 1_013_220_000, 'cannot_tell', 'A3'],
  ['dong-mingzhu', 2021, 1_140_000_000, 'cannot_tell', 'A3'],
  ['peoples-daily+viya', 2020, 226_000_000, 'cannot_tell', 'A3'],
  ['cctv-hosts', 2020, 528_600_000, 'cannot_tell', 'A3'],
  ['zhang-ting', 2020, 250_000_000, 'cannot_tell', 'A3'],
  ['simba', 2021, 2_000_000_000, 'cannot_tell', 'A3'],
  ['li-jiaqi', 2021, 10_650_000_000, 'cannot_tell', 'A3'],
  ['li-jiaqi', 2022, 2_830_000_000, 'cannot_tell', 'A3'],
  ['viya', 2021, 8_250_000_000, 'cannot_tell', 'A3'],
  ['cherie', 2021, 1_200_000_000, 'cannot_tell', 'A3'],
  ['east-buy', 2022, 21_000_000, 'cannot_tell', 'A2'],
  ['dong-yuhui', 2024, 163_000_000, 'cannot_tell', 'A3'],
  ['dong-mingzhu+meng-yutong', 2025, 5_000_000, 'not_met', null],
];

/** Kept rows without a date or an amount: key, and the field a refusal must name. */
const REFUSED: readonly [string, string][] = [
  ['zhong-mingming@2020-02-24', 'figure.amountFen'],
  ['li-jiaqi@2020-03-26', 'figure.amountFen'],
  ['zhang-pei@2020-04-20', 'figure.amountFen'],
  ['li-jiaqi@2022-09-20', 'figure.amountFen'],
  ['luo-yonghao@2022-10-24', 'figure.amountFen'],
  ['stormi-steele@2024-06-08', 'figure.amountFen'],
  ['liang-jianzhang@undated-huzhou', 'when.day'],
  ['east-buy@2023-08-29', 'when.day'],
];

interface Store {
  shopId: string;
  hostId: string;
  accountId: string;
}

const rows = readRealSessions();
function amountOf(row: ReportedSession): number | null {
  return row.gmvYuan === '' ? null : Number(row.gmvYuan) * YUAN;
}

describe('publicly reported sessions', () => {
  let cloud: LocalCloud;
  const stores = new Map<string, Store>();
  const sessionIds = new Map<string, string>();
  const as = (hostId: string): TestCaller => callAs(cloud, `person-${hostId}`);
  const storeOf = (hostId: string): Store => {
    const store = stores.get(hostId);
    if (store === undefined) throw new Error(`no store for ${hostId}`);
    return store;
  };
  const backfillOf = (row: ReportedSession): unknown => {
    const { hostId, ...store } = storeOf(row.hostId);
    return {
      ...store,
      hostIds: [hostId],
      title: row.sessionKey.slice(0, 40),
      when: { precision: 'day', ...(row.date === '' ? {} : { day: row.date }) },
      figure: {
        kind: 'ordered',
        amountFen: amountOf(row),
        basis: 'press_report',
        source: row.sourceUrl,
        soldFor: null,
      },
    };
  };
  const progressOf = (hostId: string, year: number) =>
    as(hostId).ok('incentive.progress', {
      shopId: storeOf(hostId).shopId,
      hostId: null,
      year,
      asOf: null,
      knownRuleSets: [],
    });
  const answersNow = async () => {
    const answers = [];
    for (const [hostId, year] of EXPECTED) {
      const { sums, schemes } = await progressOf(hostId, year);
      const award = schemes[0]?.progress.awards[0];
      answers.push([
        hostId,
        year,
        (sums?.orderedFen ?? 0) / YUAN,
        award?.tiers[0]?.byFigures,
        award?.atMostTierId,
      ]);
    }
    return answers;
  };

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow('2026-11-24T02:00:00.000Z');
    for (const row of rows) {
      if (stores.has(row.hostId)) continue;
      const account = { platform: platformOf(row.platform), name: row.hostId };
      const registration = buildRegistration({ name: row.hostId, account });
      const { shop, hosts } = await as(row.hostId).ok('shop.register', registration);
      const ids = { hostId: hosts[0]?.id ?? '', accountId: shop.accounts[0]?.id ?? '' };
      stores.set(row.hostId, { shopId: shop.id, ...ids });
    }
  });
  afterAll(() => cloud.close());

  it('are stored as ordered amounts with their source when they have a date and an amount', async () => {
    const usable = rows.filter((row) => row.report === 'kept' && row.date && row.gmvYuan);
    for (const row of usable) {
      const input = backfillOf(row) as InputOf<'liveSession.backfill'>;
      const { session } = await as(row.hostId).ok('liveSession.backfill', input);
      sessionIds.set(row.sessionKey, session.id);
      expect(session).toMatchObject({ precision: 'day', bookedOn: row.date, startedAt: null });
      const { shopId } = storeOf(row.hostId);
      const ledger = { shopId, sessionId: session.id, month: null, cursor: null };
      const { items } = await as(row.hostId).ok('sales.ledger', ledger);
      expect(items).toMatchObject([
        { kind: 'ordered', basis: 'press_report', source: row.sourceUrl, status: 'counts' },
      ]);
    }
    expect(await answersNow()).toEqual(EXPECTED);
  });

  it('leave a tier open for lack of a paid amount, which the answer states', async () => {
    const { schemes } = await progressOf('luo-yonghao', 2020);
    expect(schemes[0]?.progress.awards[0]?.missing).toContainEqual({
      metric: 'net_sales',
      reason: 'no_paid_figure',
    });
  });

  it('are refused by field when they have no date or amount, and nothing is stored', async () => {
    const before = JSON.stringify(cloud.database.readAll('live_sessions'));
    const named = [];
    for (const row of rows.filter((each) => each.report === 'kept')) {
      if (row.date !== '' && row.gmvYuan !== '') continue;
      const error = await as(row.hostId).refused('liveSession.backfill', backfillOf(row));
      expect(error.code).toBe('invalid_input');
      named.push([row.sessionKey, Object.keys(error.fields ?? {})[0]]);
      expect(Object.values(error.fields ?? {})).toEqual(['required']);
    }
    expect(named).toEqual(REFUSED);
    expect(JSON.stringify(cloud.database.readAll('live_sessions'))).toBe(before);
  });

  it('can be replaced by another report, which can be undone', async () => {
    const others = rows.filter((row) => row.report === 'other' && row.gmvYuan !== '');
    expect(others).toHaveLength(6);
    for (const row of others) {
      const { shopId } = storeOf(row.hostId);
      const sessionId = sessionIds.get(row.sessionKey) ?? '';
      const ledger = { shopId, sessionId, month: null, cursor: null };
      const { items } = await as(row.hostId).ok('sales.ledger', ledger);
      const current = items.find(({ status }) => status === 'counts');
      const correction = buildCorrection(shopId, current?.id ?? '', {
        kind: 'ordered',
        amountFen: amountOf(row) ?? 0,
        basis: 'press_report',
        source: row.sourceUrl,
      });
      const replaced = await as(row.hostId).ok('sales.replace', correction);
      expect(replaced.figures.orderedFen).toBe(amountOf(row));
      const undone = await as(row.hostId).ok('sales.undo', { shopId, entryId: replaced.entry.id });
      expect(undone.entry.status).toBe('undone');
      expect(undone.figures.orderedFen).toBe(current?.amountFen);
    }
    expect(await answersNow()).toEqual(EXPECTED);
  });

  // The paid amounts and followers are made up.
  it.each([
    { hostId: 'luo-yonghao', followers: 500_000, answer: 'not_met' },
    { hostId: 'zhang-ting', followers: 500_001, answer: 'met' },
    { hostId: 'cctv-hosts', followers: null, answer: 'cannot_tell' },
  ])(
    'answer $answer with paid amounts and $followers followers',
    async ({ hostId, followers, answer }) => {
      const { shopId, accountId } = storeOf(hostId);
      for (const [key, sessionId] of sessionIds) {
        if (!key.startsWith(`${hostId}@2020`)) continue;
        const paid = buildPaid(shopId, sessionId, { amountFen: 12_000_000 * YUAN });
        await as(hostId).ok('sales.record', paid);
      }
      if (followers !== null) {
        const reading = { shopId, accountId, count: followers, readOn: '2020-06-30' };
        await as(hostId).ok('applicant.recordFollowers', reading);
      }
      const { schemes } = await progressOf(hostId, 2020);
      expect(schemes[0]?.progress.awards[0]?.tiers[0]?.byFigures).toBe(answer);
    },
  );
});
