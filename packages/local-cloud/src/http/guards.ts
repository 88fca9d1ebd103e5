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
 * Whether a request was made for this machine by a program or page of this machine. A page on the web
 * can make a browser send requests here: through a DNS name for 127.0.0.1, which Host shows, or
 * directly, which Origin shows.
 */
export function isLocalRequest(request: IncomingMessage): boolean {
  const { host = [], origin = [] } = request.headersDistinct;
  return (
    host.length === 1 && host.every((name) => LOOPBACK.test(name)) && origin.every(isLoopbackOrigin)
  );
}

/**
 * The path and query that a request is for; null when its target is not a path, such as `//`, or
 * names another path than the one that it spells, such as `/a/../b`.
 */
export function targetOf({ url = '/' }: Pick<IncomingMessage, 'url'>): URL | null {
  if (!URL.canParse(url, 'http://127.0.0.1')) return null;
  const target = new URL(url, 'http://127.0.0.1');
  return target.pathname === url.split('?')[0] ? target : null;
}

const PERSON_ID = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads the caller's id from the header `x-person`. An id of digits only is refused, because the SDK
 * would turn it into a number.
 * @returns undefined when the header is absent, null when it is malformed
 */
export function readPerson(request: IncomingMessage): string | undefined | null {
  const header = request.headers['x-person'];
  if (header === undefined || header === '') return undefined;
  if (typeof header !== 'string' || !PERSON_ID.test(header) || /^-?\d+$/.test(header)) return null;
  return header;
}
