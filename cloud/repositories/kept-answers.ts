import { deflateRawSync, inflateRawSync } from 'node:zlib';

// An answer repeats its field names and ids, so that it shrinks to a fraction: what is kept of
// writes grows with every write.

/** An answer as it is kept with the record of its write: deflated JSON in Base64. */
export function packAnswer(answer: object): string {
  return deflateRawSync(JSON.stringify(answer)).toString('base64');
}

/** An answer that was kept. */
export function unpackAnswer(packed: string): unknown {
  return JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString());
}
