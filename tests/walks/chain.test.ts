import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { buildPaid, buildPlan, buildRegistration, COMPLETE_DISCLOSURE } from '../testkit/builders';
import { callAs, startTestCloud } from '../testkit/cloud';

describe('the path from a store to its viewers', () => {
  let cloud: LocalCloud;
  const merchant = () => callAs(cloud, 'merchant');

  beforeAll(async () => {
    cloud = await startTestCloud();
  });
  afterAll(() => cloud.close());

  it('leads from registration over session, money and tier to the page a viewer opens', async () => {
    cloud.setNow('2026-11-24T02:00:00.000Z');
    const { shop, hosts } = await merchant().ok('shop.register', buildRegistration());
    const [host] = hosts;
    const shopId = shop.id;
    const accountId = shop.accounts[0]?.id ?? null;
    expect(host?.name).toBe('测试店铺');

    const plan = buildPlan({ shopId, accountId });
    const { session } = await merchant().ok('liveSession.schedule', plan);
    const sessionId = session.id;
    expect(session.state).toBe('scheduled');

    cloud.setNow('2026-11-25T12:05:00.000Z');
    await merchant().ok('liveSession.goLive', { sessionId, at: null });
    cloud.setNow('2026-11-25T13:00:00.000Z');
    await merchant().ok('liveSession.pause', { sessionId });
    cloud.setNow('2026-11-25T13:10:00.000Z');
    await merchant().ok('liveSession.resume', { sessionId });
    cloud.setNow('2026-11-25T16:05:00.000Z');
    const ended = await merchant().ok('liveSession.end', { sessionId, at: null });
    expect(ended.session.state).toBe('ended');
    expect(ended.session.bookedOn).toBe('2026-11-25');
    expect(ended.session.history.map(({ step, by }) => `${step} ${by}`)).toEqual([
      'schedule you',
      'goLive you',
      'pause you',
      'resume you',
      'end you',
    ]);
    const toRecord = await merchant().ok('liveSession.list', {
      shopId,
      tab: 'to_record',
      cursor: null,
    });
    expect(toRecord.items.map(({ id }) => id)).toEqual([sessionId]);

    const year = { shopId, hostId: null, year: 2026, asOf: null, knownRuleSets: [] };
    const before = await merchant().ok('incentive.progress', year);
    expect(before.sums).toBeNull();
    expect(before.schemes[0]?.progress.awards[0]?.tiers[0]?.byFigures).toBe('cannot_tell');

    const paid = buildPaid(shopId, sessionId, { amountFen: 1_200_000_000 });
    await merchant().ok('sales.record', paid);
    const refund = { kind: 'refunded' as const, amountFen: 100_000_000 };
    const recorded = await merchant().ok('sales.record', buildPaid(shopId, sessionId, refund));
    expect(recorded.figures).toEqual({
      orderedFen: null,
      paidFen: 1_200_000_000,
      refundedFen: 100_000_000,
      net: { low: 1_100_000_000, high: 1_100_000_000 },
      lacksSale: false,
      entryCount: 2,
    });
    const today = '2026-11-25';
    await merchant().ok('applicant.recordFollowers', {
      shopId,
      accountId: accountId ?? '',
      count: 500_001,
      readOn: today,
    });
    const after = await merchant().ok('incentive.progress', {
      ...year,
      knownRuleSets: before.schemes.map(({ ruleSetKey }) => ruleSetKey),
    });
    expect(after.ruleSets).toEqual([]);
    expect(after.sums?.exactNetFen).toBe(1_100_000_000);
    expect(after.schemes[0]?.progress.awards[0]?.reachedTierId).toBe('A1');

    const { shop: complete } = await merchant().ok('shop.update', {
      shopId,
      version: shop.version,
      name: shop.name,
      legalForm: shop.legalForm,
      lineOfBusiness: shop.lineOfBusiness,
      place: shop.place,
      phone: '13800000000',
      accounts: shop.accounts,
      intro: '每晚八点',
      disclosure: COMPLETE_DISCLOSURE,
    });
    const viewer = callAs(cloud);
    expect((await viewer.refused('shop.view', { shopId })).code).toBe('not_found');
    const publish = { shopId, version: complete.version, isPublished: true, consent: true };
    await merchant().ok('shop.publish', publish);

    const page = await viewer.ok('shop.view', { shopId });
    expect(page.shop.disclosure.address).toBe(COMPLETE_DISCLOSURE.address);
    expect(page.past.map(({ id }) => id)).toEqual([sessionId]);
    const card = await viewer.ok('liveSession.view', { sessionId });
    expect(card.session.phase).toBe('over');
    const seen = JSON.stringify([page, card]);
    expect(seen).not.toMatch(/Fen"|13800000000|merchant|1100000000|1200000000/);
    const listed = await viewer.ok('discover.list', { cursor: null });
    expect(listed.shops).toEqual([]);
  });

  it('shows a planned session that was not started as unconfirmed, to the merchant only', async () => {
    cloud.setNow('2026-11-26T02:00:00.000Z');
    const { shop } = await merchant().ok('shop.register', buildRegistration({ name: '第二家' }));
    const shopId = shop.id;
    const startAt = '2026-11-26T12:00:00.000Z';
    const plan = buildPlan({ shopId, startAt, endAt: '2026-11-26T14:00:00.000Z' });
    const { session } = await merchant().ok('liveSession.schedule', plan);
    cloud.setNow('2026-11-26T12:30:00.000Z');
    const { session: seen } = await merchant().ok('liveSession.get', { sessionId: session.id });
    expect(seen.state).toBe('unconfirmed');
    expect(seen.history.map(({ step }) => step)).toEqual(['schedule']);
    const tab = await merchant().ok('liveSession.list', {
      shopId,
      tab: 'unconfirmed',
      cursor: null,
    });
    expect(tab.items).toHaveLength(1);
    const late = { sessionId: session.id, at: '2026-11-26T12:10:00.000Z' };
    expect((await merchant().ok('liveSession.goLive', late)).session.state).toBe('live');
    cloud.setNow(null);
  });

  it('does not cancel a session for which money is recorded', async () => {
    cloud.setNow('2026-11-27T02:00:00.000Z');
    const { shop } = await merchant().ok('shop.register', buildRegistration({ name: '第三家' }));
    const shopId = shop.id;
    const startAt = '2026-11-27T02:30:00.000Z';
    const plan = buildPlan({ shopId, startAt, endAt: '2026-11-27T04:00:00.000Z' });
    const { session } = await merchant().ok('liveSession.schedule', plan);
    const sessionId = session.id;
    cloud.setNow('2026-11-27T05:00:00.000Z');
    const { entry } = await merchant().ok('sales.record', buildPaid(shopId, sessionId));
    const error = await merchant().refused('liveSession.cancel', { sessionId });
    expect(error).toMatchObject({ code: 'illegal_transition', info: { hasEntries: true } });
    await merchant().ok('sales.undo', { shopId, entryId: entry.id });
    const cancelled = await merchant().ok('liveSession.cancel', { sessionId });
    expect(cancelled.session.state).toBe('cancelled');
    cloud.setNow(null);
  });
});
