import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

function isLoopbackOrigin(origin: string): boolean {
  try {
    return LOOPBACK.test(new URL(origin).host);
  } catch {
    return false;
  }
}

/**
 * Whether a request comes from this machine for this machine. A page on the web can make a browser
 * send requests here, by a DNS name that leads to 127.0.0.1 (seen in Host) or directly (seen in
 * Origin); both are refused.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const { host, origin } = request.headers;
  return LOOPBACK.test(host ?? '') && (origin === undefined || isLoopbackOrigin(origin));
}

const PERSON = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads the header that says who calls. An id of digits alone is refused, because the SDK would
 * turn it into a number.
 * @returns `null` when the header is malformed, `undefined` when it is absent.
 */
export function readPerson(request: IncomingMessage): string | undefined | null {
  const header = request.headers['x-person'];
  if (header === undefined || header === '') return undefined;
  if (typeof header !== 'string' || !PERSON.test(header) || /^-?\d+$/.test(header)) return null;
  return header;
}
