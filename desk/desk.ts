import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { LocalCloud } from 'local-cloud';
import { buildStale } from '../config/build/build';
import type { Face } from './arguments';
import { openDemoCloud } from './demo-cloud';
import { bundleProgramPage } from 'weapp-runtime/page';
import { bundlePage } from './page-bundle';
import { SHARE_MESSAGES } from './page/share-message';
import { type DeskContent, type DeskServer, openDeskServer } from './server';

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

type BuiltFiles = Pick<DeskContent, 'page' | 'program'>;

async function buildFace(face: Face, log: DeskOptions['log']): Promise<BuiltFiles> {
  await buildStale([face], log);
  const page = await bundlePage(face);
  if (face === 'h5') return { page, program: new Map() };
  return { page, program: await bundleProgramPage(path.join(root, 'dist/weapp'), SHARE_MESSAGES) };
}

/** Builds the face and opens the cloud at the same time; neither needs the other. */
async function fill(server: DeskServer, options: DeskOptions): Promise<LocalCloud> {
  await buildStale(['functions'], options.log);
  const [built, opened] = await Promise.allSettled([
    buildFace(options.face ?? 'h5', options.log),
    openDemoCloud(options),
  ]);
  if (opened.status === 'rejected') throw opened.reason;
  const cloud = opened.value;
  if (built.status === 'rejected') {
    await cloud.close();
    throw built.reason;
  }
  server.serve({
    page: built.value.page,
    program: built.value.program,
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
