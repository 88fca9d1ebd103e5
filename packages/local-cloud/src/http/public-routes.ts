import type { IncomingMessage, ServerResponse } from 'node:http';

import { CloudError, DiskExhausted } from '../errors';
import type { FunctionsHost } from '../functions-host/host';
import type { FileStore } from '../storage/files';
import { contentTypeOf } from './content-type';
import { isLocalRequest, readPerson, targetOf } from './guards';
import { BodyLost, BodyTooLarge, readBody, sendJson } from './messages';

/** What the routes of mini programs need. */
export interface PublicServices {
  readonly host: FunctionsHost;
  readonly files: FileStore;
  readonly now: () => number;
}

const MAX_EVENT_BYTES = 100 * 1024;

/** Limit of `wx.cloud.uploadFile` here. WeChat does not document its own. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

function fail(response: ServerResponse, status: number, errCode: number, message: string): void {
  const errMsg = `cloud.callFunction:fail ${message}`;
  sendJson(response, status, { errMsg, errCode, requestID: '' });
}

async function callFunction(
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
  services: PublicServices,
): Promise<void> {
  const person = readPerson(request);
  if (person === null) {
    fail(response, 400, -501007, 'x-person must be letters, digits, _ or -, and not digits alone');
    return;
  }
  let eventJson: string;
  try {
    eventJson = (await readBody(request, MAX_EVENT_BYTES)).toString('utf8') || '{}';
    const event: unknown = JSON.parse(eventJson);
    if (typeof event !== 'object' || event === null || Array.isArray(event)) {
      throw new SyntaxError();
    }
  } catch (error) {
    if (error instanceof BodyTooLarge) {
      fail(response, 413, -504001, 'EXCEED_MAX_PAYLOAD_SIZE: the event is over 100 KB');
    } else if (error instanceof SyntaxError) {
      fail(response, 400, -501007, 'the body must be a JSON object');
    } else throw error;
    return;
  }
  const caller = { source: 'wx_client' as const, ...(person === undefined ? {} : { person }) };
  sendJson(response, 200, await services.host.call(name, eventJson, caller));
}

function sendFile(url: URL, response: ServerResponse, services: PublicServices): void {
  const path = cloudPathOf(url);
  const { searchParams } = url;
  const until = searchParams.get('until') ?? '';
  const bytes = services.files.open(path, until, searchParams.get('sign') ?? '', services.now());
  if (!bytes) {
    sendJson(response, 404, { code: 'STORAGE_FILE_NONEXIST' });
    return;
  }
  response.writeHead(200, {
    'content-type': contentTypeOf(path),
    'content-length': bytes.length,
    'cache-control': 'private, max-age=600',
    'x-content-type-options': 'nosniff',
    // A stored page or picture must not run as a page of this origin.
    'content-security-policy': "default-src 'none'; sandbox",
  });
  response.end(bytes);
}

/** The cloud path in a `/files/` address; '' when it cannot be decoded. */
function cloudPathOf(url: URL): string {
  try {
    return decodeURIComponent(url.pathname.slice('/files/'.length));
  } catch {
    return '';
  }
}

/** `wx.cloud.uploadFile`: only an identified caller may store a file. */
async function takeFile(
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
  { files }: PublicServices,
): Promise<void> {
  const refuse = (status: number, errCode: number, reason: string): void =>
    void sendJson(response, status, { errMsg: `cloud.uploadFile:fail ${reason}`, errCode });
  const person = readPerson(request);
  if (person === null || person === undefined) {
    return refuse(403, -503002, 'the caller is not identified');
  }
  try {
    const bytes = await readBody(request, MAX_FILE_BYTES);
    const { token, fileId } = files.prepareUpload(cloudPathOf(url));
    files.receive(token, bytes);
    sendJson(response, 200, { fileID: fileId });
  } catch (error) {
    if (error instanceof BodyTooLarge) refuse(413, -503005, 'the file is too large');
    else if (error instanceof DiskExhausted) refuse(507, -501017, error.message);
    else if (error instanceof CloudError) refuse(400, -503003, error.message);
    else throw error;
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  services: PublicServices,
): Promise<boolean> {
  const url = targetOf(request);
  if (url === null) {
    sendJson(response, 400, { errMsg: 'the target is not a path', errCode: -501007 });
    return true;
  }
  const fn = /^\/fn\/([^/]+)$/.exec(url.pathname);
  const isFile = url.pathname.startsWith('/files/');
  if (!fn && !isFile) return false;
  if (!isLocalRequest(request)) {
    sendJson(response, 403, { errMsg: 'only requests from this machine', errCode: -501008 });
  } else if (fn && request.method === 'POST') {
    await callFunction(fn[1] ?? '', request, response, services);
  } else if (isFile && (request.method === 'GET' || request.method === 'HEAD')) {
    sendFile(url, response, services);
  } else if (isFile && request.method === 'PUT') {
    await takeFile(url, request, response, services);
  } else {
    sendJson(response, 405, { errMsg: 'method not allowed', errCode: -501007 });
  }
  return true;
}

/**
 * Answers `POST /fn/<function>`, `GET /files/…` and `PUT /files/…`.
 * @returns false for any other path, without an answer
 */
export async function handlePublicRequest(
  request: IncomingMessage,
  response: ServerResponse,
  services: PublicServices,
): Promise<boolean> {
  try {
    return await route(request, response, services);
  } catch (error) {
    if (error instanceof BodyLost) return true;
    throw error;
  }
}
