import type { LocalCloud } from 'local-cloud';

/**
 * Lets code of this process that imports wx-server-sdk reach a local cloud. One cloud at a time;
 * the code must be loaded afterwards (`await import(…)`), for the SDK looks around when it starts.
 */
export function reachBySdk({ sdkEnvironment }: Pick<LocalCloud, 'sdkEnvironment'>): void {
  Object.assign(process.env, sdkEnvironment);
}
