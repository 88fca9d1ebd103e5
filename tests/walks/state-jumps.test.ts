import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { LocalCloud } from 'local-cloud';
import type { LiveSession } from '../../src/contract/live-session';
import {
  LIVE_SESSION_STATES,
  type LiveSessionState,
  type LiveSessionStep,
} from '../../src/domain/live-session/live-session';
import { startTestCloud } from '../testkit/cloud';
import { everythingIn, NOW, openStore, sessionIn, type TestStore } from '../testkit/stores';

/** Written by hand: the states from which each step is possible, and where it leads. */
const LEADS: Record<LiveSessionStep, Partial<Record<LiveSessionState, LiveSessionState>>> = {
  goLive: { scheduled: 'live', unconfirmed: 'live' },
  pause: { live: 'paused' },
  resume: { paused: 'live' },
  end: { live: 'ended', paused: 'ended' },
  cancel: { scheduled: 'cancelled', unconfirmed: 'cancelled' },
  edit: { scheduled: 'scheduled', unconfirmed: 'unconfirmed', live: 'live', paused: 'paused' },
};
const STEPS = Object.keys(LEADS) as LiveSessionStep[];
const PAIRS = LIVE_SESSION_STATES.flatMap((state) => STEPS.map((step) => ({ state, step })));

describe('every step from every state', () => {
  let cloud: LocalCloud;
  let store: TestStore;

  beforeAll(async () => {
    cloud = await startTestCloud();
    cloud.setNow(NOW);
    store = await openStore(cloud, 'owner');
  });
  afterAll(() => cloud.close());

  const inputOf = (step: LiveSessionStep, session: LiveSession): unknown => {
    const { id: sessionId, version, startAt, endAt } = session;
    if (step === 'goLive') return { sessionId, at: null, confirmed: ['early_start'] };
    if (step === 'end') return { sessionId, at: null, confirmed: ['short'] };
    if (step !== 'edit') return { sessionId };
    const { hostId, accountId } = store;
    const plan = { title: '另一个标题', hostIds: [hostId], accountId, startAt, endAt };
    const rest = { goalFen: null, teasers: [], isAiPresenter: false, which: 'this' };
    return { ...plan, ...rest, sessionId, version };
  };

  it.each(PAIRS)('$step from $state', async ({ state, step }) => {
    const session = await sessionIn(store, state);
    expect(session.state).toBe(state);
    const input = inputOf(step, session);
    const before = everythingIn(cloud);
    const answer = await store.owner.raw(`liveSession.${step}`, input);
    const leadsTo = LEADS[step][state];
    if (leadsTo === undefined) {
      const error = { code: 'illegal_transition', info: { state } };
      expect(answer).toMatchObject({ ok: false, error });
      expect(everythingIn(cloud)).toEqual(before);
    } else {
      expect(answer).toMatchObject({ ok: true, data: { session: { state: leadsTo } } });
      const { session: stored } = await store.owner.ok('liveSession.get', {
        sessionId: session.id,
      });
      expect(stored.state).toBe(leadsTo);
      expect(stored.history.at(-1)).toMatchObject({ step, by: 'you' });
      expect(stored.version).toBe(session.version + 1);
    }
  });
});
