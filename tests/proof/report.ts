import type { Flat } from './flat';
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

/** How long a run took. */
export interface Duration {
  readonly seconds: number;
  /** Processor time of all processes, in seconds: what others do on the machine hardly changes it. */
  readonly processorSeconds: number;
  readonly processes: number;
  /** Processes that wanted a processor during the last quarter of an hour, on average. */
  readonly load: number;
}

function durationText({ seconds, processorSeconds, processes, load }: Duration): string {
  const times = `${count(seconds)} s, ${count(processorSeconds)} s of processor time`;
  return `${times} in ${String(processes)} processes at a load of ${load.toFixed(1)}`;
}

/** What was done and compared. */
export function reportText(tally: Tally, digest: string, duration: Duration): string {
  const faults = Object.values(tally.faults).reduce((sum, each) => sum + each, 0);
  const years = (tally.storeMs / MS_PER_YEAR).toFixed(1);
  const endpoints = Object.values(tally.endpoints).filter(({ accepted }) => accepted > 0).length;
  return [
    `${years} merchant-years in ${count(tally.sequences)} sequences`,
    durationText(duration),
    `${count(tally.calls)} calls of ${count(endpoints)} endpoints, ${count(tally.requests)} requests of the SDK`,
    `${count(tally.explained)} actions, in ${count(tally.rounds)} rounds of several people at once, explained by an order`,
    `${count(tally.compared)} answers equal the recount or the model`,
    `${count(tally.inputs)} hostile inputs`,
    `${count(faults)} faults, after which ${count(tally.repeats)} calls were sent again: ${faultsText(tally.faults)}`,
    `${count(tally.kills)} ends of the cloud at a request`,
    `${count(tally.acknowledged)} acknowledged writes, ${count(tally.lost)} lost`,
    `digest ${digest}`,
  ].join('\n');
}

function ratioText(last: number, before: number): string {
  return `${(last / before).toFixed(2)} of the least before`;
}

/** What calls cost at the end of a long run. */
export function flatText({ calls, before, last }: Flat): string {
  return [
    `${count(calls)} calls in one process: the last third takes ${count(last.medianUs)} µs of processor time a call (median), beside fixed work ${ratioText(last.units, before.units)};`,
    `  memory after it is ${last.heapMb.toFixed(1)} MiB, ${ratioText(last.heapMb, before.heapMb)}`,
  ].join('\n');
}

/** What was found, and how to see it again. */
export function findingText({ kind, seed, what }: NonNullable<PartResult['finding']>): string {
  const again = `npm run prove -- --only ${kind} --sequences 1 --seed ${String(seed)}`;
  return [`Seed ${String(seed)} (${kind}): ${what}`, `Again: ${again}`].join('\n');
}
