import type { LocalCloud } from '../local-cloud';

/**
 * Fills an empty local cloud with the demonstration: fictional stores, sessions and sales, dated
 * relative to today in China time. Nothing is seeded yet.
 */
export async function seedDemo(cloud: LocalCloud): Promise<void> {
  await Promise.resolve(cloud);
}
