import { createRequire } from 'node:module';

import type { Configuration, Environment } from './config';

type Doc = Readonly<Record<string, unknown>>;

interface Collection {
  doc(id: string): { get(): Promise<{ data: Doc | null }> };
  add(options: { data: Doc }): Promise<unknown>;
  limit(count: number): { get(): Promise<{ data: Doc[] }> };
}

/** The part of wx-server-sdk that a deployment uses. */
export interface DeploySdk {
  database(): {
    collection(name: string): Collection;
    createCollection(name: string): Promise<unknown>;
  };
  callFunction(options: { name: string; data: unknown }): Promise<{ result: unknown }>;
}

interface LoadedSdk {
  init(options: { env: string }): void;
  database(options: { throwOnNotFound: boolean }): ReturnType<DeploySdk['database']>;
  callFunction: DeploySdk['callFunction'];
}

/** The SDK's error code for a collection that does not exist. */
export const NO_COLLECTION = -502005;

/**
 * wx-server-sdk outside a cloud function. It reads the two keys with which it signs when it is
 * loaded, so it is loaded here, after they are set.
 */
export function openSdk(configuration: Configuration, env: Environment): DeploySdk {
  const { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY, CLOUD_ENV } = configuration;
  Object.assign(process.env, env, { TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY });
  const sdk = createRequire(import.meta.url)('wx-server-sdk') as LoadedSdk;
  sdk.init({ env: CLOUD_ENV });
  return {
    database: () => sdk.database({ throwOnNotFound: false }),
    callFunction: (options) => sdk.callFunction(options),
  };
}
