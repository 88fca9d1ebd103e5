import { describe, expect, it } from 'vitest';

import type { History } from './steps';
import { shrink } from './shrink';

const AT = '2026-11-24T02:00:00.000Z';
const ASKED = { host: null, year: 2026, asOf: null };

/** A history of sessions by label, with a check of two questions at its end. */
function historyOf(...sessions: string[]): History {
  const cancels = sessions.map((session) => ({ do: 'cancel' as const, session, at: AT }));
  const questions = [{ ...ASKED, year: 2025 }, ASKED];
  const check = { do: 'check' as const, questions, isFull: true, at: AT };
  const about = { seed: 1, line: 'mcn', platform: 'douyin', registeredAt: AT } as const;
  return { ...about, steps: [...cancels, check] };
}

/** Finds a difference where `a` and `b` are cancelled and 2026 is asked for. */
async function findIn({ steps }: History) {
  const index = steps.length - 1;
  const last = steps[index];
  const isAsked = last?.do === 'check' && last.questions.includes(ASKED);
  const has = (label: string) => steps.some((step) => 'session' in step && step.session === label);
  const finding = { index, what: 'progress', differences: [] };
  return isAsked && has('a') && has('b') ? finding : null;
}

describe('shrink', () => {
  it('keeps the steps and the question that show the difference', async () => {
    const history = historyOf('c', 'a', 'd', 'd', 'b', 'e');
    const finding = await findIn(history);
    if (finding === null) throw new Error('no difference to begin with');
    const { history: smallest } = await shrink({ history, finding }, findIn);
    const cancelled = smallest.steps.flatMap((step) => ('session' in step ? step.session : []));
    expect(cancelled).toEqual(['a', 'b']);
    expect(smallest.steps.at(-1)).toMatchObject({ questions: [ASKED], isFull: false });
  });
});
