import { describe, expect, it } from 'vitest';

import { AnswerStore } from './answer-store';
import type { LiveSessionStore } from './live-session-store';
import { buildSession } from './records.fixture';

const NOW = '2026-12-03T12:00:00.000Z';
/** Planned from 12:00 to 14:00 UTC of the first. */
const session = buildSession(1, { version: 4 });

/** A store whose steps answer with the next version, or are refused. */
function answersWith(refused: readonly string[] = []) {
  const taken: unknown[] = [];
  let { version } = session;
  const step = (name: string, input: object) => {
    if (refused.includes(name)) {
      const error = { code: 'busy', requestId: 'r1', retryable: true };
      return Promise.resolve({ ok: false, error });
    }
    taken.push([name, input]);
    version += 1;
    return Promise.resolve({ ok: true, data: { session: { version } }, warnings: [] });
  };
  const liveSessions = { step } as unknown as Pick<LiveSessionStore, 'step'>;
  return { answers: new AnswerStore(liveSessions, () => NOW), taken };
}

describe('give', () => {
  it('starts and ends a plan that took place at its planned times', async () => {
    const { answers, taken } = answersWith();
    expect(await answers.give('aired', session)).toBeNull();
    const { id: sessionId, startAt, endAt } = session;
    expect(taken).toEqual([
      ['liveSession.goLive', { sessionId, at: startAt }],
      ['liveSession.end', { sessionId, at: endAt }],
    ]);
    expect(answers.given).toMatchObject({ answer: 'aired', version: 6, steps: 2 });
  });

  it('only starts one whose planned end is still to come', async () => {
    const { answers, taken } = answersWith();
    await answers.give('aired', { ...session, endAt: '2026-12-03T13:00:00.000Z' });
    expect(taken).toHaveLength(1);
  });

  it('offers to take back the step that was stored when the next is refused', async () => {
    const { answers } = answersWith(['liveSession.end']);
    expect((await answers.give('aired', session))?.code).toBe('busy');
    expect(answers.given).toMatchObject({ version: 5, steps: 1 });
  });

  it('offers nothing when nothing was stored', async () => {
    const { answers } = answersWith(['liveSession.cancel']);
    await answers.give('not_aired', session);
    expect(answers.given).toBeNull();
  });

  it('stores nothing of a plan that has not begun, and asks again after half an hour', async () => {
    const { answers, taken } = answersWith();
    await answers.give('not_yet', session);
    expect(taken).toEqual([]);
    expect(answers.isPutOff(session.id, '2026-12-03T12:29:59.000Z')).toBe(true);
    expect(answers.isPutOff(session.id, '2026-12-03T12:30:00.000Z')).toBe(false);
  });
});

describe('takeBack', () => {
  it('takes every step back, each as the one before left the session', async () => {
    const { answers, taken } = answersWith();
    await answers.give('aired', session);
    expect(await answers.takeBack()).toBeNull();
    const undo = (version: number) => ['liveSession.undo', { sessionId: session.id, version }];
    expect(taken.slice(2)).toEqual([undo(6), undo(7)]);
    expect(answers.given).toBeNull();
  });

  it('asks again about a plan that had not begun', async () => {
    const { answers } = answersWith();
    await answers.give('not_yet', session);
    await answers.takeBack();
    expect(answers.isPutOff(session.id, NOW)).toBe(false);
  });
});
