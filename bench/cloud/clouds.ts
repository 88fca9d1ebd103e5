import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { listedKey } from '../../cloud/repositories/ids';
import { recount } from '../../scripts/recount/recount';
import type { WireCall } from 'local-cloud';
import { startTestCloud } from '../../tests/testkit/cloud';
import { NOW, openStore, publish } from '../../tests/testkit/stores';
import { OWNER } from './cases';
import { giveHistory, giveHosts } from './history';
import type { MeteredCloud } from './measure';

/** Hosts of the MCN's store, as many as a store may have. */
const HOSTS = 500;

async function verify({ cloud, streamer }: Pick<MeteredCloud, 'cloud' | 'streamer'>) {
  await publish(streamer);
  // Officers have no pages yet, so the store is verified in the database.
  const [shop] = cloud.database.find('shops', { _id: streamer.shopId });
  if (shop === undefined) throw new Error('the store is missing');
  const verification = { state: 'verified', on: '2026-11-01' };
  const listed = { isListed: true, listedKey: listedKey(NOW, streamer.shopId) };
  await cloud.database.put('shops', streamer.shopId, { ...shop, verification, ...listed });
}

/**
 * Opens a cloud in a new folder, with a store of `sessions` sessions.
 * @throws Error when the kept sums of the history differ from its ledger
 */
export async function openBenchCloud(
  sessions: number,
): Promise<MeteredCloud & { close(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-cloud-'));
  const wire: WireCall[] = [];
  const cloud = await startTestCloud({ dataDir, workers: 1, onWire: (call) => wire.push(call) });
  cloud.setNow(NOW);
  const streamer = await openStore(cloud, OWNER);
  const mcn = await openStore(cloud, OWNER, { lineOfBusiness: 'mcn' });
  await giveHistory(cloud, streamer, sessions);
  await giveHosts(cloud, mcn, HOSTS);
  await verify({ cloud, streamer });
  const { differences } = recount(cloud.database);
  if (differences > 0) throw new Error(`${String(differences)} kept sums differ from the ledger`);
  return {
    sessions,
    wire,
    cloud,
    streamer,
    mcn,
    close: async () => {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
