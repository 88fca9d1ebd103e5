import type { IncomingMessage, ServerResponse } from 'node:http';

/** The body of a request exceeds its limit. */
export class BodyTooLarge extends Error {}

/** The connection was lost before the body had come: there is no one to answer. */
export class BodyLost extends Error {}

async function* chunksOf(request: IncomingMessage): AsyncGenerator<Buffer> {
  try {
    yield* request as AsyncIterable<Buffer>;
  } catch (cause) {
    throw request.complete ? cause : new BodyLost('the connection was lost', { cause });
  }
}

/**
 * Reads the body of a request.
 * @throws BodyTooLarge beyond `maxBytes`; BodyLost when the client left
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunksOf(request)) {
    size += chunk.length;
    // The rest is read and dropped: a client that is still sending would miss the answer.
    if (size <= maxBytes) chunks.push(chunk);
  }
  if (size > maxBytes) throw new BodyTooLarge();
  return Buffer.concat(chunks);
}

/** Answers with JSON. @returns its size in bytes */
export function sendJson(response: ServerResponse, status: number, body: unknown): number {
  const text = JSON.stringify(body);
  const size = Buffer.byteLength(text);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': size,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
  return size;
}

/** Answers with bytes, as WeChat's APIs are answered. */
export function sendBytes(response: ServerResponse, bytes: Buffer): void {
  const type = 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
  response.end(bytes);
}
