import type { PartResult } from './parts';
import type { Tally } from './tally';

const MS_PER_YEAR = 365.25 * 24 * 3_600_000;

function count(value: number): string {
  return value.toLocaleString('en');
}

function faultsText(faults: Tally['faults']): string {
  const names = Object.keys(faults).sort();
  return names.map((name) => `${name} ${String(faults[name])}`).join(', ');
}

/** What was done and compared. */
export function reportText(tally: Tally, digest: string, seconds: number): string {
  const faults = Object.values(tally.faults).reduce((sum, each) => sum + each, 0);
  const years = (tally.storeMs / MS_PER_YEAR).toFixed(1);
  return [
    `${years} merchant-years in ${count(tally.sequences)} sequences, ${count(seconds)} s`,
    `${count(tally.calls)} calls (${count(tally.repeats)} sent again), ${count(tally.requests)} requests of the SDK`,
    `${count(tally.rounds)} rounds of several people at once; ${count(tally.explained)} actions explained by an order, ${count(tally.compared)} answers equal the recount`,
    `${count(faults)} faults: ${faultsText(tally.faults)}`,
    `${count(tally.acknowledged)} acknowledged writes, ${count(tally.lost)} lost; ${count(tally.unanswered)} tries without an answer`,
    `digest ${digest}`,
  ].join('\n');
}

/** What was found, and how to see it again. */
export function findingText({ kind, seed, what }: NonNullable<PartResult['finding']>): string {
  const again = `npm run prove -- --sequences 1 --processes 1 --seed ${String(seed)}`;
  return [`Seed ${String(seed)} (${kind}): ${what}`, `Again: ${again}`].join('\n');
}
