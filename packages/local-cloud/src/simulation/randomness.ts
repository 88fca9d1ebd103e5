// Randomness of this process out of one source, so that a run can be repeated.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Puts `Math.random`, `randomBytes` and `randomUUID` on one source.
 * @param random numbers from 0 to 1
 * @returns how to undo it
 */
export function seedRandomness(random: () => number): () => void {
  const { random: realRandom } = Math;
  const { randomBytes, randomUUID } = crypto;
  const bytes = (count: number): Buffer =>
    Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)));
  const uuid = (): string => {
    const hex = bytes(16).toString('hex');
    return [
      hex.slice(0, 8),
      hex.slice(8, 12),
      hex.slice(12, 16),
      hex.slice(16, 20),
      hex.slice(20),
    ].join('-');
  };
  Math.random = random;
  Object.assign(crypto, { randomBytes: bytes, randomUUID: uuid });
  syncBuiltinESMExports();
  return () => {
    Math.random = realRandom;
    Object.assign(crypto, { randomBytes, randomUUID });
    syncBuiltinESMExports();
  };
}
