import { performance } from 'node:perf_hooks';

import type { WireCall } from 'local-cloud';
import { type BenchCase, type BenchCloud, callNow } from './cases';

/** A bench cloud and the calls of its functions since `wire` was last emptied. */
export interface MeteredCloud extends BenchCloud {
  /** Number of sessions in the history. */
  sessions: number;
  wire: WireCall[];
  /** Calls of WeChat's APIs since then; absent where there are none. */
  openapi?: string[];
}

/** The cost of one case in one cloud. */
export interface Cost {
  sessions: number;
  /** Maximum over the rounds; the rounds differ only when a race was lost. */
  wireCalls: number;
  /** Calls of WeChat's APIs, which are billed and limited apart. */
  openapiCalls: number;
  /** Action and collection of each call of the last round. */
  calls: string[];
  bytesIn: number;
  bytesOut: number;
  /** Bytes between function and cloud, in both directions. */
  wireBytes: number;
  documentsRead: number;
  p50Ms: number;
  /** Median of the ratios to the time in the first cloud, measured in the same round. */
  growth: number;
}

const WARM_UP = 2;

/** The median; of an even number of values, the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function wordOf({ action, collection }: WireCall): string {
  return [action.replace('database.', ''), collection].filter((word) => word !== null).join(' ');
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** Forgets how often the store has invited today: there are more rounds than invitations. */
async function forgetInvitations({ cloud, streamer: { shopId } }: BenchCloud): Promise<void> {
  const [team] = cloud.database.find('teams', { _id: shopId });
  if (team !== undefined) await cloud.database.put('teams', shopId, { ...team, invited: 0 });
}

interface Sample {
  ms: number;
  wire: WireCall[];
  openapi: number;
  bytesIn: number;
  bytesOut: number;
}

async function sampleOf(cloud: MeteredCloud, benchCase: BenchCase, round: number): Promise<Sample> {
  await forgetInvitations(cloud);
  const call = await benchCase.prepare(cloud, round);
  const { wire, openapi = [] } = cloud;
  wire.length = 0;
  openapi.length = 0;
  const startedAt = performance.now();
  const { event, result } = await callNow(cloud, call);
  const ms = performance.now() - startedAt;
  const bytes = { bytesIn: bytesOf(event), bytesOut: bytesOf(result) };
  return { ms, wire: [...wire], openapi: openapi.length, ...bytes };
}

function costOf(sessions: number, samples: readonly Sample[], compared: readonly Sample[]): Cost {
  const last = samples[samples.length - 1];
  if (last === undefined) throw new Error('nothing was measured');
  const sum = (pick: (call: WireCall) => number): number =>
    last.wire.reduce((total, call) => total + pick(call), 0);
  return {
    sessions,
    wireCalls: Math.max(...samples.map(({ wire }) => wire.length)),
    openapiCalls: Math.max(...samples.map(({ openapi }) => openapi)),
    calls: last.wire.map(wordOf),
    bytesIn: last.bytesIn,
    bytesOut: last.bytesOut,
    wireBytes: sum((call) => call.bytesSent + call.bytesReceived),
    documentsRead: sum((call) => call.documentsRead),
    p50Ms: median(samples.map(({ ms }) => ms)),
    growth: median(samples.map(({ ms }, round) => ms / (compared[round]?.ms ?? ms))),
  };
}

/**
 * Measures a case in all clouds in turn, so that a slow machine slows all of them alike and the
 * ratio of their medians holds. Every second turn has the opposite order.
 */
export async function measure(
  clouds: readonly MeteredCloud[],
  benchCase: BenchCase,
  rounds: number,
): Promise<Cost[]> {
  const samples = clouds.map((): Sample[] => []);
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const turn = [...clouds.entries()];
    for (const [index, cloud] of round % 2 === 0 ? turn : turn.reverse()) {
      const sample = await sampleOf(cloud, benchCase, round + WARM_UP);
      if (round >= 0) samples[index]?.push(sample);
    }
  }
  return clouds.map(({ sessions }, index) =>
    costOf(sessions, samples[index] ?? [], samples[0] ?? []),
  );
}
