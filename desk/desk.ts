import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { SCHEMA } from '../cloud/database/schema';
import { migrationOnStart } from '../cloud/migrations/on-start';
import { FUNCTION_RULES } from '../cloud/functions/rules';
import { type LocalCloud, startLocalCloud } from 'local-cloud';
import { seedDemo } from '../demo/demo';
import { buildStale } from '../config/build/build';
import { chinaDayOf, daysBetween } from '../src/domain/time';
import type { Face } from './arguments';
import { emptyData, markDemo, readDemoDay } from './demo-data';
import { bundleProgramPage } from 'weapp-runtime/page';
import { bundlePage } from './page-bundle';
import { SHARE_MESSAGES } from './page/share-message';
import { type DeskServer, openDeskServer } from './server';

/** How the desk is set up. */
export interface DeskOptions {
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Folder of the data; made when it does not exist. */
  readonly dataDir: string;
  /** Which build the phone runs; default the browser's. */
  readonly face?: Face;
  /** Empty the data and restore the demo first. */
  readonly reset?: boolean;
  /** One line for each step, for the person who waits. */
  readonly log: (line: string) => void;
  /** What the cloud functions print; default drops it. */
  readonly cloudLog?: (line: string) => void;
}

/** A running desk. */
export interface Desk {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly cloud: LocalCloud;
  /** Stops answering, then closes the data. */
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/** The one place where the desk reads the clock. */
const now = (): string => new Date().toISOString();

/** Today, for the dates of the demo. */
const today = (): string => chinaDayOf(now());

async function openCloud(options: DeskOptions): Promise<LocalCloud> {
  const { dataDir, log } = options;
  const seededOn = options.reset ? null : readDemoDay(dataDir);
  if (seededOn === null) emptyData(dataDir);
  const cloud = await startLocalCloud({
    dataDir,
    functionsRoot: path.join(root, 'cloudfunctions'),
    schema: SCHEMA,
    ...migrationOnStart(now(), log),
    rules: FUNCTION_RULES,
    strict: true,
    ...(options.cloudLog ? { log: options.cloudLog } : {}),
  });
  try {
    if (seededOn === null) {
      await seedDemo(cloud);
      markDemo(dataDir, today());
      log('演示数据 demo data … restored');
    } else if (daysBetween(seededOn, today()) > 0) {
      const hint = '今天的演示 for today’s: npm start -- --reset';
      log(`演示数据 demo data … kept from ${seededOn} (${hint})`);
    } else {
      log('演示数据 demo data … kept');
    }
    cloud.startTimers();
    return cloud;
  } catch (error) {
    await cloud.close();
    throw error;
  }
}

async function fill(server: DeskServer, options: DeskOptions): Promise<LocalCloud> {
  const face = options.face ?? 'h5';
  await buildStale(['functions', face], options.log);
  const page = await bundlePage(face);
  const cloud = await openCloud(options);
  const program =
    face === 'weapp'
      ? await bundleProgramPage(path.join(root, 'dist/weapp'), SHARE_MESSAGES)
      : new Map<string, never>();
  server.serve({
    page,
    program,
    appDir: path.join(root, 'dist/h5'),
    handleCloud: (request, response) => cloud.handleRequest(request, response),
  });
  return cloud;
}

/**
 * Starts the desk: takes the port, builds what is stale, opens the local cloud with its demo, and
 * serves the app beside a chat.
 * @throws Error with a sentence for the person, when the port is taken or a build fails
 */
export async function startDesk(options: DeskOptions): Promise<Desk> {
  // The port comes first: a second desk must not touch the data of the one that runs.
  const server = await openDeskServer(options.port, options.log);
  try {
    const cloud = await fill(server, options);
    const close = async (): Promise<void> => {
      await server.close();
      await cloud.close();
    };
    return { url: server.url, cloud, close };
  } catch (error) {
    await server.close();
    throw error;
  }
}
