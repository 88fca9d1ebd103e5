// Cost and memory of calls in the last third of a long run, against the cheapest third before it: the first one
// still warms up. What else the machine does makes the same call cost half as much again, so that a call is
// measured against work of a fixed size beside it.
import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { Dice } from '../histories/dice';
import { buildPaid } from '../testkit/builders';
import { callAs, newKey } from '../testkit/cloud';
import { openStore, publish, sessionIn, type TestStore } from '../testkit/stores';
import type { ProofCloud } from './proof-cloud';

const START = '2026-11-24T02:00:00.000Z';
/** The most by which the last third may be above the one before it that is compared. */
const MAX_RATIO = 1.25;
/** Calls of which one median is taken: each kind of call is in it as often. */
const WINDOW = 100;

/** What a third of the run cost. */
export interface Third {
  /** Median of the processor time of a call, in microseconds. */
  readonly medianUs: number;
  /** A call as a multiple of the work beside it: the median of all windows. */
  readonly units: number;
  readonly heapMb: number;
}

/** The last third, and the least of the two before it. */
export interface Flat {
  readonly calls: number;
  readonly before: Third;
  readonly last: Third;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapMb(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Processor time of this process, in microseconds. */
function processorUs(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

const DOCUMENT = Array.from({ length: 40 }, (_, index) => ({
  id: String(index),
  at: START,
  index,
}));

/** Work of a fixed size, of the kinds that a call does most: text, hashes and small objects. */
function doFixedWork(): void {
  for (let count = 0; count < 4; count += 1) {
    const copy = JSON.parse(JSON.stringify(DOCUMENT)) as typeof DOCUMENT;
    for (const { id } of copy) createHash('sha256').update(id).digest('hex');
  }
}

interface Window {
  readonly callUs: number;
  readonly units: number;
}

/** Calls, each with the fixed work after it. */
async function measure(call: () => Promise<unknown>): Promise<Window> {
  const calls: number[] = [];
  const works: number[] = [];
  for (let index = 0; index < WINDOW; index += 1) {
    const before = processorUs();
    await call();
    const between = processorUs();
    doFixedWork();
    works.push(processorUs() - between);
    calls.push(between - before);
  }
  const callUs = medianOf(calls);
  return { callUs, units: callUs / medianOf(works) };
}

const READS = ['shop.mine', 'liveSession.get', 'sales.ledger', 'shop.view', 'clock.read'] as const;

async function callOne(proof: ProofCloud, store: TestStore, sessionId: string, index: number) {
  const { owner, shopId } = store;
  proof.simulation.time.to(proof.simulation.time.now + 1000);
  if (index % 10 === 0) {
    const paid = buildPaid(shopId, sessionId, { amountFen: index + 1 });
    return owner.raw('sales.record', paid, newKey());
  }
  const inputs = {
    'shop.mine': {},
    'liveSession.get': { sessionId },
    'sales.ledger': { shopId, sessionId, month: null, cursor: null },
    'shop.view': { shopId },
    'clock.read': {},
  };
  const name = READS[index % READS.length] ?? 'clock.read';
  return callAs(proof.cloud, 'owner').raw(name, inputs[name], null);
}

/** Makes so many calls: one write in ten, the others reads of five kinds. */
export async function runFlat(proof: ProofCloud, calls: number): Promise<Flat> {
  const thirds: Third[] = [];
  await proof.sequence(0, { dice: new Dice(5_000_003), startAt: START, rate: 0 }, async () => {
    const store = await openStore(proof.cloud, 'owner');
    await publish(store);
    const { id } = await sessionIn(store, 'ended');
    let made = 0;
    const call = (): Promise<unknown> => callOne(proof, store, id, made++);
    for (let windows = 0; windows < 20; windows += 1) await measure(call);
    for (let third = 0; third < 3; third += 1) {
      const windows: Window[] = [];
      while (windows.length * WINDOW < calls / 3) windows.push(await measure(call));
      thirds.push({
        medianUs: medianOf(windows.map(({ callUs }) => callUs)),
        units: medianOf(windows.map(({ units }) => units)),
        heapMb: heapMb(),
      });
    }
    return null;
  });
  const last = thirds.pop();
  if (last === undefined) throw new Error('no thirds');
  const leastOf = (key: keyof Third): number => Math.min(...thirds.map((third) => third[key]));
  const before = {
    medianUs: leastOf('medianUs'),
    units: leastOf('units'),
    heapMb: leastOf('heapMb'),
  };
  return { calls, before, last };
}

/** Whether the last third costs as much as those before it. */
export function isFlat({ before, last }: Flat): boolean {
  return last.units <= before.units * MAX_RATIO && last.heapMb <= before.heapMb * MAX_RATIO;
}
