import type { WireParams } from './database-actions';

const BINARY = 'requestData';

/** Reads the multipart form that `wx.openApi` sends: texts, and the request itself as bytes. */
export function readForm(body: Buffer): WireParams {
  // One character for each byte, so that bytes survive.
  const text = body.toString('latin1');
  const boundary = text.slice(0, Math.max(0, text.indexOf('\r\n')));
  const fields: Record<string, unknown> = {};
  if (boundary === '') return fields;
  for (const part of text.split(boundary)) {
    const end = part.indexOf('\r\n\r\n');
    const name = /name="([^"]+)"/.exec(part.slice(0, end))?.[1];
    if (end < 0 || name === undefined) continue;
    const value = Buffer.from(part.slice(end + 4, -2), 'latin1');
    fields[name] = name === BINARY ? value : value.toString('utf8');
  }
  return fields;
}
