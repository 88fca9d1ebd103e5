import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { Ratchet } from './ratchet';

const FILE = fileURLToPath(new URL('../../bench/ratchet.json', import.meta.url));

/** Reads bench/ratchet.json. */
export function readRatchet(): Ratchet {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Ratchet;
}

/** Writes bench/ratchet.json. */
export function writeRatchet(ratchet: Ratchet): void {
  writeFileSync(FILE, `${JSON.stringify(ratchet, null, 2)}\n`);
}
