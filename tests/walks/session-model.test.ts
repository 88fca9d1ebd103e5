import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import type { LiveSessionTab } from '../../src/contract/live-session';
import { buildPaid, buildPlan, CONFIRMED } from '../testkit/builders';
import { callAs, startTestCloud, type TestCaller } from '../testkit/cloud';
import { randomFrom } from '../testkit/random';
import { type ModelStep, SessionModel } from '../testkit/session-model';
import { openStore, publish, type TestStore } from '../testkit/stores';
import { giveRole } from '../testkit/people';

/** `SEED=1 npx vitest run tests/walks/session-model.test.ts` takes other steps. */
const SEED = Number(process.env['SEED'] ?? 20_261_127);
const ACTIONS = 120;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-12-28T02:00:30.000Z');
const ODD = { goLive: ['early_start'], end: ['short', 'late_end'] } as const;
const STEPS: readonly ModelStep[] = ['goLive', 'goLive', 'pause', 'resume', 'end', 'cancel'];
const TABS: readonly LiveSessionTab[] = [
  'upcoming',
  'unconfirmed',
  'on_air',
  'to_record',
  'ended',
  'cancelled',
];

const iso = (ms: number): string => new Date(ms).toISOString();

describe(`${String(ACTIONS)} random steps of two people over New Year, seed ${String(SEED)}`, () => {
  let cloud: LocalCloud;
  let store: TestStore;
  let people: TestCaller[];
  let viewer: TestCaller;
  let now = START;
  let joins = 0;
  let splits = 0;
  const model = new SessionModel();
  const random = randomFrom(SEED);
  const pick = <T>(options: readonly T[]): T => options[Math.floor(random() * options.length)] as T;

  beforeAll(async () => {
    console.log(`seed ${String(SEED)}`);
    cloud = await startTestCloud();
    cloud.setNow(iso(now));
    store = await openStore(cloud, 'owner');
    const seat = { shopId: store.shopId, person: 'second', role: 'operator' } as const;
    await giveRole(cloud, { ...seat, joinedAt: iso(now) });
    await publish(store);
    people = [store.owner, callAs(cloud, 'second')];
    viewer = callAs(cloud);
  });
  afterAll(() => cloud.close());

  const anySession = (): string | null => {
    const ids = [...model.sessions.keys()];
    return ids.length === 0 ? null : pick(ids);
  };

  const plan = async (person: TestCaller): Promise<void> => {
    const startAt = Math.ceil((now + pick([10, 90, 600, 3000]) * MINUTE) / HOUR) * HOUR;
    const endAt = startAt + pick([1, 4, 10]) * HOUR;
    const input = buildPlan({
      shopId: store.shopId,
      hostIds: [store.hostId],
      accountId: store.accountId,
      startAt: iso(startAt),
      endAt: iso(endAt),
    });
    const { session } = await person.ok('liveSession.schedule', input);
    model.plan(session.id, startAt, endAt, now);
  };

  const step = async (person: TestCaller, sessionId: string): Promise<void> => {
    const taken = pick(STEPS);
    const isTimed = taken === 'goLive' || taken === 'end';
    const timed = isTimed ? { at: null, confirmed: ODD[taken] } : {};
    const answer = await person.raw(`liveSession.${taken}`, { sessionId, ...timed });
    expect(answer.ok, `${taken} of ${sessionId}`).toBe(model.take(sessionId, taken, now));
  };

  const versionOf = async (sessionId: string): Promise<number> =>
    (await store.owner.ok('liveSession.get', { sessionId })).session.version;

  const undo = async (person: TestCaller, sessionId: string): Promise<void> => {
    const version = await versionOf(sessionId);
    const answer = await person.raw('liveSession.undo', { sessionId, version });
    const block = model.undo(sessionId, now);
    if (block === null) expect(answer, sessionId).toMatchObject({ ok: true });
    else expect(answer).toMatchObject({ error: { code: 'not_undoable', info: { block } } });
  };

  const correct = async (person: TestCaller, sessionId: string): Promise<void> => {
    const start = now - pick([600, 300]) * MINUTE;
    const end = now - pick([200, 5]) * MINUTE;
    const answer = await person.raw('liveSession.correct', {
      sessionId,
      version: await versionOf(sessionId),
      startedAt: iso(start),
      endedAt: iso(end),
      pauses: [],
      reason: '看错了时间',
      withSales: false,
    });
    expect(answer.ok, `times of ${sessionId}`).toBe(model.correct(sessionId, { start, end }, now));
  };

  /** A session that went on ten minutes after another one, or after its evening. */
  const goOn = async (person: TestCaller): Promise<void> => {
    const ends = [...model.sessions.values()].flatMap(({ run }) => run.end ?? []);
    const ended = pick(ends) ?? now - HOUR;
    const [start, end] = [ended + 10 * MINUTE, ended + 15 * MINUTE];
    if (end > now) return;
    const { session } = await person.ok('liveSession.backfill', {
      shopId: store.shopId,
      title: '断线后续播',
      hostIds: [store.hostId],
      accountId: store.accountId,
      when: { precision: 'instant', startedAt: iso(start), endedAt: iso(end) },
      figure: null,
      confirmed: CONFIRMED,
    });
    model.backfill(session.id, { start, end }, now);
  };

  const join = async (person: TestCaller, sessionId: string): Promise<void> => {
    const all = [...model.sessions.keys()];
    const pairs = all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b]));
    const fitting = pairs.filter((pair) => model.canJoin(pair) === true);
    const beside = pairs.filter((pair) => pair.includes(sessionId));
    if (beside.length === 0) return;
    const ids = pick(fitting.length > 0 && random() < 0.8 ? fitting : beside);
    const isPossible = model.canJoin(ids);
    if (isPossible === null) return;
    const sessions = [];
    for (const id of ids) sessions.push({ sessionId: id, version: await versionOf(id) });
    const answer = await person.raw('liveSession.join', { shopId: store.shopId, sessions });
    expect(answer.ok, `join ${ids.join()}`).toBe(isPossible);
    if (isPossible) model.join(ids, now);
    joins += Number(isPossible);
  };

  const split = async (person: TestCaller, sessionId: string): Promise<void> => {
    const evenings = [...model.sessions.values()].filter(({ pieces }) => pieces.length > 0);
    const id = evenings.length > 0 && random() < 0.7 ? pick(evenings).id : sessionId;
    const answer = await person.raw('liveSession.split', {
      sessionId: id,
      version: await versionOf(id),
    });
    const isPossible = model.split(id);
    expect(answer.ok, `split ${id}`).toBe(isPossible);
    splits += Number(isPossible);
  };

  const record = async (person: TestCaller, sessionId: string): Promise<void> => {
    const paid = buildPaid(store.shopId, sessionId, { confirmed: CONFIRMED });
    const answer = await person.raw('sales.record', paid);
    expect(answer.ok, `amount of ${sessionId}`).toBe(model.record(sessionId, now));
  };

  const expectAgreement = async (): Promise<void> => {
    const { owner, shopId } = store;
    const listOf = async (tab: LiveSessionTab, cursor: string | null = null): Promise<string[]> => {
      const page = await owner.ok('liveSession.list', { shopId, tab, cursor });
      const ids = page.items.map(({ id }) => id);
      return page.cursor === null ? ids : [...ids, ...(await listOf(tab, page.cursor))];
    };
    const ids = [...model.sessions.keys()];
    const rows = ids.filter((id) => model.sessions.get(id)?.parent === null);
    expect(new Set(await listOf('all'))).toEqual(new Set(rows));
    for (const tab of TABS) {
      const expected = ids.filter((id) => model.tabsAt(id, now).includes(tab));
      expect(new Set(await listOf(tab)), tab).toEqual(new Set(expected));
    }
    const { ahead } = await viewer.ok('shop.view', { shopId });
    expect(ahead.map(({ id }) => id)).toEqual(model.aheadAt(now).slice(0, ahead.length));
    expect(ahead).toHaveLength(Math.min(24, model.aheadAt(now).length));
  };

  const expectSession = async (sessionId: string): Promise<void> => {
    const kept = model.sessions.get(sessionId);
    if (kept === undefined) {
      expect((await store.owner.raw('liveSession.get', { sessionId })).ok).toBe(false);
      return;
    }
    const { session } = await store.owner.ok('liveSession.get', { sessionId });
    expect(session.state).toBe(model.stateAt(sessionId, now));
    const { start: startedAt } = kept.run;
    const endedAt = model.endOf(sessionId);
    expect([session.startedAt, session.endedAt].map((time) => time?.slice(0, 16))).toEqual(
      [startedAt, endedAt].map((time) => (time === null ? undefined : iso(time).slice(0, 16))),
    );
    const lines = session.history.map(({ step: taken, of: undone }) =>
      undone === null ? taken : `undo ${undone}`,
    );
    expect(lines).toEqual(kept.lines.slice(-lines.length));
    const { planStart, planEnd, start } = kept.run;
    const forgotten = Math.max(start ?? planStart, planEnd) + 12 * HOUR;
    const around = (time: number): number[] => [time - MINUTE, time + MINUTE];
    for (const time of [now, ...[planStart, planEnd, forgotten].flatMap(around)]) {
      cloud.setNow(iso(time));
      const seen = await viewer.ok('liveSession.view', { sessionId });
      expect(seen.session.phase, iso(time)).toBe(model.phaseAt(sessionId, time));
    }
    cloud.setNow(iso(now));
  };

  const changes = [step, step, step, step, undo, undo, record, correct];
  const ACTIONS_ON_SESSION = [...changes, goOn, join, join, split];

  it('agrees with a model of the product after every one', { timeout: 120_000 }, async () => {
    for (let action = 0; action < ACTIONS; action += 1) {
      now += pick([1, 1, 1, 4, 20, 45, 200, 900]) * MINUTE;
      cloud.setNow(iso(now));
      const person = pick(people);
      const sessionId = random() < 0.15 ? null : anySession();
      if (sessionId === null) await plan(person);
      else {
        await pick(ACTIONS_ON_SESSION)(person, sessionId);
        await expectSession(sessionId);
      }
      await expectAgreement();
    }
    expect(recount(cloud.database).differences).toBe(0);
    expect(joins).toBeGreaterThan(0);
    expect(splits).toBeGreaterThan(0);
  });
});
