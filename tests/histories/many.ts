// Runs the histories of many seeds in one cloud after another.
import type { LocalCloud } from 'local-cloud';
import { generate } from './generate';
import { RULES, startHistoriesCloud } from './rules';
import { runHistory } from './run';
import { type Shown, shrink } from './shrink';

/** Histories in one cloud: its documents are in memory, and are dropped with it. */
const PER_CLOUD = 50;

/** What came of the histories so far: the outcomes of answers, steps and refusals, added up. */
export interface Outcomes {
  histories: number;
  readonly counts: Record<string, number>;
  /** The first history that showed a difference, as short as it could be made. */
  shown: Shown | null;
}

/** No histories yet. */
export function noOutcomes(): Outcomes {
  return { histories: 0, counts: {}, shown: null };
}

/** Adds counts to others. */
export function addCounts(sum: Record<string, number>, counts: Readonly<Record<string, number>>) {
  for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
}

async function runInCloud(
  cloud: LocalCloud,
  seeds: readonly number[],
  { outcomes, isShrunk }: { outcomes: Outcomes; isShrunk: boolean },
): Promise<void> {
  let runs = 0;
  const run = async (history: Shown['history']) => {
    runs += 1;
    return runHistory(cloud, history, RULES, `person-${String(history.seed)}-${String(runs)}`);
  };
  for (const seed of seeds) {
    const history = generate(seed);
    const { finding, counts } = await run(history);
    outcomes.histories += 1;
    addCounts(outcomes.counts, counts);
    if (finding === null) continue;
    const again = async (shorter: Shown['history']) => (await run(shorter)).finding;
    const shown = { history, finding };
    outcomes.shown = isShrunk ? await shrink(shown, again) : shown;
    return;
  }
}

/** How histories are run. */
export interface RunOptions {
  /** Called after each cloud with what came of the histories so far. */
  readonly onCloud?: (outcomes: Outcomes) => void;
  /** The folder of the built functions; default: those that were built last. */
  readonly functionsRoot?: string;
  /** Whether a history that shows a difference is made shorter; default yes. */
  readonly isShrunk?: boolean;
}

/** Runs histories until one shows a difference. */
export async function runMany(
  seeds: readonly number[],
  { onCloud, functionsRoot, isShrunk = true }: RunOptions = {},
): Promise<Outcomes> {
  const outcomes = noOutcomes();
  for (let start = 0; start < seeds.length && outcomes.shown === null; start += PER_CLOUD) {
    const cloud = await startHistoriesCloud(functionsRoot);
    try {
      await runInCloud(cloud, seeds.slice(start, start + PER_CLOUD), { outcomes, isShrunk });
    } finally {
      await cloud.close();
    }
    onCloud?.(outcomes);
  }
  return outcomes;
}
