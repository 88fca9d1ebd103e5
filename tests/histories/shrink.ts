// Makes a history that shows a difference shorter, as long as it still shows it.
import type { Finding } from './run';
import type { History, Step } from './steps';

/** A history and the first difference that it shows. */
export interface Shown {
  readonly history: History;
  readonly finding: Finding;
}

/** Runs a history again. @returns the first difference */
export type RunAgain = (history: History) => Promise<Finding | null>;

const MAX_RUNS = 200;

/** The history up to the step that shows the difference, which asks for that answer alone. */
function* endings({ history, finding }: Shown): Generator<History> {
  const { steps } = history;
  const last = steps[finding.index];
  if (last === undefined) return;
  const before = steps.slice(0, finding.index);
  if (last.do === 'check') {
    for (const question of last.questions) {
      const narrow: Step = { ...last, questions: [question], isFull: false };
      yield { ...history, steps: [...before, narrow] };
    }
  }
  yield { ...history, steps: [...before, last] };
}

function without({ steps, ...history }: History, index: number): History {
  return { ...history, steps: steps.filter((_step, i) => i !== index) };
}

/** Drops one step after another, the latest first, while an answer of the same name still differs. */
export async function shrink(shown: Shown, run: RunAgain): Promise<Shown> {
  let runs = 0;
  let smallest = shown;
  const isSmaller = async (history: History): Promise<boolean> => {
    if (runs >= MAX_RUNS) return false;
    runs += 1;
    const finding = await run(history);
    if (finding === null || finding.what !== shown.finding.what) return false;
    smallest = { history, finding };
    return true;
  };
  for (const history of endings(shown)) if (await isSmaller(history)) break;
  for (let hasDropped = true; hasDropped;) {
    hasDropped = false;
    for (let index = smallest.finding.index - 1; index >= 0; index -= 1) {
      if (await isSmaller(without(smallest.history, index))) hasDropped = true;
    }
  }
  return smallest;
}
