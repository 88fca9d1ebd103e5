import path from 'node:path';
import { fileURLToPath } from 'node:url';

import type { LocalCloud } from 'local-cloud';
import { buildStale } from '../config/build/build';
import type { Face } from './arguments';
import { openDemoCloud } from './demo-cloud';
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

async function fill(server: DeskServer, options: DeskOptions): Promise<LocalCloud> {
  const face = options.face ?? 'h5';
  await buildStale(['functions', face], options.log);
  const page = await bundlePage(face);
  const cloud = await openDemoCloud(options);
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
