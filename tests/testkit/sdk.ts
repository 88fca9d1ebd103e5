import type { LocalCloud } from 'local-cloud';

/**
 * Connects code of this process that imports wx-server-sdk with a local cloud, one cloud at a time.
 * Import that code afterwards (`await import(…)`), because the SDK reads its environment when it
 * loads.
 */
export function reachBySdk({ sdkEnvironment }: Pick<LocalCloud, 'sdkEnvironment'>): void {
  Object.assign(process.env, sdkEnvironment);
}
