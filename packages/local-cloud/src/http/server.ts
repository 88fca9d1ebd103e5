import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { CloudError } from '../errors';
import { answerWire, type WireServices } from '../wire/wire';
import type { WireParams } from '../wire/database-actions';
import { readForm } from '../wire/multipart';
import { isLocalRequest } from './guards';
import { BodyLost, readBody, sendBytes, sendJson } from './messages';
import { handlePublicRequest, type PublicServices } from './public-routes';

/** A request of the SDK, with the quantities that CloudBase bills. */
export interface WireCall {
  /** `database.getDocument`, … */
  readonly action: string;
  readonly collection: string | null;
  readonly isInTransaction: boolean;
  /** Size of the bodies of request and answer. */
  readonly bytesSent: number;
  readonly bytesReceived: number;
  /** Documents read for the answer, including those that did not match. */
  readonly documentsRead: number;
}

/** What the server needs. */
export interface ServerServices extends PublicServices {
  /** Called after every request of the SDK. */
  readonly onWire: (call: WireCall) => void;
  readonly onOpenapi: (api: string) => void;
  readonly wire: WireServices;
  /** The key that the SDK of this cloud's functions signs with. A page in a browser does not have it. */
  readonly secretId: string;
  readonly log: (line: string) => void;
}

const MAX_WIRE_BYTES = 16 * 1024 * 1024;
const MAX_FILE_BYTES = 50 * 1024 * 1024;

function readWireParams(request: IncomingMessage, body: Buffer): WireParams {
  const isForm = (request.headers['content-type'] ?? '').startsWith('multipart/form-data');
  return isForm ? readForm(body) : (JSON.parse(body.toString('utf8')) as WireParams);
}

async function handleWire(
  request: IncomingMessage,
  response: ServerResponse,
  { wire, secretId, onWire, onOpenapi }: ServerServices,
): Promise<void> {
  const signature = request.headers.authorization ?? '';
  if (!signature.includes(`Credential=${secretId}/`)) {
    sendJson(response, 200, { code: 'SIGN_PARAM_INVALID', message: 'not signed by this cloud' });
    return;
  }
  const body = await readBody(request, MAX_WIRE_BYTES);
  const params = readWireParams(request, body);
  const caller = { gone: false };
  response.on('close', () => {
    caller.gone = !response.writableFinished;
  });
  const readBefore = wire.engine.storage.documentsRead();
  const answer = await answerWire(params, wire, caller);
  const { action, apiName, collectionName, transactionId } = params;
  if (Buffer.isBuffer(answer)) {
    sendBytes(response, answer);
    onOpenapi(String(apiName));
    return;
  }
  onWire({
    action: String(action),
    collection: typeof collectionName === 'string' ? collectionName : null,
    isInTransaction: typeof transactionId === 'string',
    bytesSent: body.length,
    bytesReceived: sendJson(response, 200, answer),
    documentsRead: wire.engine.storage.documentsRead() - readBefore,
  });
}

async function handleUpload(
  token: string,
  request: IncomingMessage,
  response: ServerResponse,
  { files }: ServerServices,
): Promise<void> {
  const bytes = await readBody(request, MAX_FILE_BYTES);
  try {
    response.writeHead(files.receive(token, bytes) ? 200 : 403).end();
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    // The SDK looks for an error in the answer of the object storage, which is XML.
    const { code, message } = error;
    const ids = '<RequestId>local</RequestId><TraceId>local</TraceId>';
    response.writeHead(507, { 'content-type': 'application/xml' });
    response.end(`<Error><Code>${code}</Code><Message>${message}</Message>${ids}</Error>`);
  }
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  services: ServerServices,
): Promise<void> {
  if (!isLocalRequest(request)) {
    sendJson(response, 403, { errMsg: 'only requests from this machine', errCode: -501008 });
    return;
  }
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const upload = /^\/upload\/([0-9a-f-]+)$/.exec(path);
  if (path === '/admin' && request.method === 'POST') {
    await handleWire(request, response, services);
  } else if (upload && request.method === 'PUT') {
    await handleUpload(upload[1] ?? '', request, response, services);
  } else if (!(await handlePublicRequest(request, response, services))) {
    sendJson(response, 404, { errMsg: 'no such route', errCode: -501007 });
  }
}

/** Listens on the loopback interface only. @param port 0 for any free one */
export async function listen(port: number, getServices: () => ServerServices): Promise<Server> {
  const server = createServer((request, response) => {
    const services = getServices();
    handle(request, response, services).catch((error: unknown) => {
      if (error instanceof BodyLost) return;
      services.log(`[http] ${String(error)}`);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { errMsg: 'the local cloud failed', errCode: -501001 });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

/** The port a server listens on. */
export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
