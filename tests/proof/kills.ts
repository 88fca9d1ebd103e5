// The cloud ends at any of its requests, as by `kill -9`, and starts on what its file has at that moment.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { recount } from '../../scripts/recount/recount';
import type { Envelope } from '../../src/contract/envelope';
import { Dice } from '../histories/dice';
import { buildPaid, buildPlan } from '../testkit/builders';
import { callAs, contentOf, newKey } from '../testkit/cloud';
import { openStore, sessionIn, type TestStore } from '../testkit/stores';
import type { SequenceResult } from './finding';
import { ProofCloud } from './proof-cloud';
import type { Tally } from './tally';

const START = '2026-11-24T02:00:00.000Z';
const WRITERS = 5;
const WRITES = 4;

/** A write with the answer that came before the end, if one came. */
interface Sent {
  readonly endpoint: string;
  readonly input: unknown;
  readonly key: string;
  acknowledged: Envelope<unknown> | null;
}

/** Any write of a store: amounts on one session and one day, plans, hosts. */
function anyWrite(dice: Dice, { shopId, hostId, accountId }: TestStore, sessionId: string) {
  const amountFen = dice.whole(1, 1_000_000);
  const day = { of: 'day' as const, bookedOn: '2026-11-23', hostId, accountId };
  switch (dice.weighted({ session: 5, day: 3, plan: 1, declare: 1 })) {
    case 'session':
      return { endpoint: 'sales.record', input: buildPaid(shopId, sessionId, { amountFen }) };
    case 'day':
      return {
        endpoint: 'sales.record',
        input: buildPaid(shopId, '', { amountFen, target: day }),
      };
    case 'plan':
      return { endpoint: 'liveSession.schedule', input: buildPlan({ shopId, hostIds: [hostId] }) };
    case 'declare':
      return {
        endpoint: 'applicant.declare',
        input: { shopId, hostId, fact: 'local_streamer', value: dice.chance(0.5), year: null },
      };
  }
}

/** The file and its log, as they are now. */
function copyData(file: string, target: string): void {
  copyFileSync(file, target);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${target}-wal`);
}

async function play(proof: ProofCloud, dice: Dice, file: string): Promise<string | null> {
  const store = await openStore(proof.cloud, 'owner');
  const { id: sessionId } = await sessionIn(store, 'ended');
  const copy = `${file}.killed`;
  let left = dice.whole(1, WRITERS * WRITES * 8);
  let isEnded = false;
  proof.onRequest = () => {
    left -= 1;
    if (left !== 0) return;
    copyData(file, copy);
    isEnded = true;
  };
  const all: Sent[] = [];
  const writer = async (): Promise<void> => {
    for (let count = 0; count < WRITES; count += 1) {
      const sent: Sent = { ...anyWrite(dice, store, sessionId), key: newKey(), acknowledged: null };
      all.push(sent);
      const answer = await callAs(proof.cloud, 'owner').raw(sent.endpoint, sent.input, sent.key);
      // What comes after the end is lost with the cloud.
      if (isEnded) return;
      sent.acknowledged = answer;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
  await proof.simulation.idle();
  proof.onRequest = () => undefined;
  if (!isEnded) copyData(file, copy);
  proof.simulation.restart(copy);
  proof.tally.kills += 1;
  return compare(proof, store, all);
}

/** Every acknowledged write is there with its answer, and each is stored once when it is sent again. */
async function compare(
  proof: ProofCloud,
  { owner, shopId }: TestStore,
  all: readonly Sent[],
): Promise<string | null> {
  const { database } = proof.cloud;
  if (recount(database).differences > 0) return 'kept sums are not those of the ledger';
  for (const { endpoint, input, key, acknowledged } of all) {
    const again = await owner.raw(endpoint, input, key);
    const isSame =
      acknowledged === null ||
      JSON.stringify(contentOf(again)) === JSON.stringify(contentOf(acknowledged));
    if (!isSame) {
      proof.tally.lost += 1;
      return `${endpoint} was answered ${JSON.stringify(acknowledged)}, and after the restart ${JSON.stringify(again)}`;
    }
  }
  const entries = database.find('sales_entries', { shopId }).length;
  const recorded = all.filter(({ endpoint }) => endpoint === 'sales.record').length;
  if (entries !== recorded) return `${String(recorded)} sales are ${String(entries)} entries`;
  return recount(database).differences > 0 ? 'a repeat changed kept sums' : null;
}

/** Ends the cloud of a seed, with a file of its own. */
export async function runKill(tallies: Tally[], seed: number): Promise<SequenceResult> {
  const folder = mkdtempSync(path.join(tmpdir(), 'prove-'));
  const file = path.join(folder, 'data.sqlite');
  const proof = new ProofCloud(file);
  const dice = new Dice(seed + 4_000_003);
  try {
    return await proof.sequence(seed, { dice, startAt: START, rate: 0 }, () =>
      play(proof, dice, file),
    );
  } finally {
    tallies.push(proof.tally);
    proof.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
