import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { recount } from '../../scripts/recount/recount';
import type { WireCall } from 'local-cloud';
import { startTestCloud } from '../../tests/testkit/cloud';
import { NOW, openStore, publishVerified } from '../../tests/testkit/stores';
import { OWNER } from './prepared-call';
import { giveHistory, giveHosts } from './history';
import type { MeteredCloud } from './measure';

/** Hosts of the MCN's store, as many as a store may have. */
const HOSTS = 500;

/**
 * Opens a cloud in a new folder, with a store of `sessions` sessions.
 * @throws Error when the kept sums of the history differ from its ledger
 */
export async function openBenchCloud(
  sessions: number,
): Promise<MeteredCloud & { close(): Promise<void> }> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'bench-cloud-'));
  const wire: WireCall[] = [];
  const openapi: string[] = [];
  const cloud = await startTestCloud({
    dataDir,
    workers: 1,
    onWire: (call) => wire.push(call),
    onOpenapi: (api) => openapi.push(api),
  });
  cloud.setNow(NOW);
  const streamer = await openStore(cloud, OWNER);
  const mcn = await openStore(cloud, OWNER, { lineOfBusiness: 'mcn' });
  await giveHistory(cloud, streamer, sessions);
  await giveHosts(cloud, mcn, HOSTS);
  await publishVerified(cloud, streamer);
  const { differences } = recount(cloud.database);
  if (differences > 0) throw new Error(`${String(differences)} kept sums differ from the ledger`);
  return {
    sessions,
    wire,
    openapi,
    cloud,
    streamer,
    mcn,
    close: async () => {
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
