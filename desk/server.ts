import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { isLocalRequest } from 'local-cloud';
import { APP_POLICY, DESK_POLICY, PROGRAM_POLICY, SAFE_HEADERS } from './headers';
import { readStaticFile, type StaticFile } from './static-files';

/** What the desk serves. */
export interface DeskContent {
  /** The desk's own page, by path. */
  readonly page: ReadonlyMap<string, StaticFile>;
  /** The mini program and what runs it, by path; empty when the phone runs the browser build. */
  readonly program: ReadonlyMap<string, StaticFile>;
  /** Folder of the browser build. */
  readonly appDir: string;
  /** The local cloud: true when the request was for it. */
  readonly handleCloud: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
}

/** A server that holds its port, and answers 503 until it has something to serve. */
export interface DeskServer {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  serve(content: DeskContent): void;
  close(): Promise<void>;
}

const APP = '/h5/';

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    ...SAFE_HEADERS,
    'content-security-policy': DESK_POLICY,
    'content-type': 'text/plain; charset=utf-8',
  });
  response.end(text);
}

function sendFile(
  { method }: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
  policy: string,
): void {
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'content-security-policy': policy,
    'content-type': file.type,
    'content-length': file.bytes.length,
  });
  response.end(method === 'HEAD' ? undefined : file.bytes);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  content: DeskContent | null,
): Promise<void> {
  if (!isLocalRequest(request)) return sendText(response, 403, 'only requests from this machine');
  if (!content)
    return sendText(response, 503, '正在准备，请稍候刷新 · getting ready, try again soon');
  // The raw path: URL would resolve "..", and what was asked for must be judged as it came.
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  if (/^\/(fn|files)\//.test(path)) {
    if (await content.handleCloud(request, response)) return;
    return sendText(response, 404, 'not found');
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    return sendText(response, 405, 'only GET');
  }
  const own = content.page.get(path);
  if (own) return sendFile(request, response, own, DESK_POLICY);
  const part = content.program.get(path);
  if (part) return sendFile(request, response, part, PROGRAM_POLICY);
  const file = path.startsWith(APP)
    ? await readStaticFile(content.appDir, path.slice(APP.length))
    : null;
  if (file) return sendFile(request, response, file, APP_POLICY);
  return sendText(response, 404, 'not found');
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error);
      const words = `端口 ${port} 已被占用，换一个：npm start -- --port ${port + 1}`;
      reject(
        new Error(
          `${words}\nPort ${port} is taken; choose another: npm start -- --port ${port + 1}`,
        ),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

/**
 * Takes a port of the loopback interface for the desk.
 * @param port 0 for any free one
 * @param log gets failures that are not the person's
 * @throws Error with a sentence for the person when the port is taken
 */
export async function openDeskServer(
  port: number,
  log: (line: string) => void,
): Promise<DeskServer> {
  let content: DeskContent | null = null;
  const server = createServer((request, response) => {
    answer(request, response, content).catch((error: unknown) => {
      log(`[desk] ${String(error)}`);
      if (response.headersSent) response.destroy();
      else sendText(response, 500, 'the desk failed');
    });
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (next) => {
      content = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
