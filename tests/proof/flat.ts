// Cost and memory of calls, from the first third of a long run to the last.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { Dice } from '../histories/dice';
import { buildPaid } from '../testkit/builders';
import { callAs, newKey } from '../testkit/cloud';
import { openStore, publish, sessionIn, type TestStore } from '../testkit/stores';
import type { ProofCloud } from './proof-cloud';

const START = '2026-11-24T02:00:00.000Z';
/** The most by which the last third may be above the first. */
const MAX_RATIO = 1.25;

/** What a third of the run cost. */
export interface Third {
  /** Median of the processor time of a call, in microseconds. */
  readonly medianUs: number;
  readonly heapMb: number;
}

/** The first and the last third. */
export interface Flat {
  readonly calls: number;
  readonly first: Third;
  readonly last: Third;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heapMb(): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

function medianOf(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
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
    for (let index = 0; index < 600; index += 1) await callOne(proof, store, id, index);
    for (let third = 0; third < 3; third += 1) {
      const times: number[] = [];
      for (let index = 0; index < calls / 3; index += 1) {
        const before = process.cpuUsage();
        await callOne(proof, store, id, index);
        const { user, system } = process.cpuUsage(before);
        times.push(user + system);
      }
      thirds.push({ medianUs: medianOf(times), heapMb: heapMb() });
    }
    return null;
  });
  const [first, , last] = thirds;
  if (first === undefined || last === undefined) throw new Error('no thirds');
  return { calls, first, last };
}

/** Whether the last third costs as much as the first one. */
export function isFlat({ first, last }: Flat): boolean {
  return last.medianUs <= first.medianUs * MAX_RATIO && last.heapMb <= first.heapMb * MAX_RATIO;
}
