import { fileURLToPath } from 'node:url';

import { type LocalCloud, type LocalCloudOptions, startLocalCloud } from '../local-cloud';
import { bundleFunctions, type FunctionSource } from './bundle-functions';
import type { Sdk, SdkAggregates, SdkCommands, SdkDatabase } from './sdk';

/** The function `probe`: it runs the code that a test sends, with the real wx-server-sdk. */
export const PROBE: FunctionSource = {
  entry: fileURLToPath(new URL('./functions/probe.ts', import.meta.url)),
};

/** What the body of a probe works with. */
export interface ProbeTools<Args> {
  readonly cloud: Sdk;
  readonly db: SdkDatabase;
  readonly _: SdkCommands;
  readonly $: SdkAggregates;
  readonly args: Args;
  readonly context: Record<string, unknown>;
}

/** How a probe ended. */
export type ProbeResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errCode: number; readonly errMsg: string };

/** A local cloud with the function `probe`. */
export interface ProbeCloud extends LocalCloud {
  /**
   * Runs a body (or its text) inside a cloud function. The body is sent as text, so it sees only
   * its tools and `args`.
   */
  probe<T, Args = undefined>(
    body: ((tools: ProbeTools<Args>) => Promise<T>) | string,
    args?: Args,
    person?: string,
  ): Promise<ProbeResult<T>>;
  /** The value of a probe that must succeed. @throws Error with the SDK's message */
  value<T, Args = undefined>(
    body: (tools: ProbeTools<Args>) => Promise<T>,
    args?: Args,
  ): Promise<T>;
}

/** How a cloud with a probe is set up: as any other, and in memory by default. */
export interface ProbeCloudOptions extends Partial<Omit<LocalCloudOptions, 'functionsRoot'>> {
  /** Functions beside `probe`, by name. */
  readonly functions?: Readonly<Record<string, FunctionSource>>;
}

/** Starts a local cloud whose functions run what a test sends them. */
export async function startProbeCloud({
  functions = {},
  ...options
}: ProbeCloudOptions = {}): Promise<ProbeCloud> {
  const cloud = await startLocalCloud({
    dataDir: ':memory:',
    schema: { collections: {} },
    ...options,
    functionsRoot: await bundleFunctions({ probe: PROBE, ...functions }),
  });
  const probe: ProbeCloud['probe'] = async (body, args, person = 'tester') => {
    const answer = await cloud.call('probe', { body: body.toString(), args }, { person });
    if (answer.errCode !== undefined) throw new Error(answer.errMsg);
    return answer.result as never;
  };
  const value: ProbeCloud['value'] = async (body, args) => {
    const result = await probe(body, args);
    if (!result.ok) throw new Error(result.errMsg);
    return result.value;
  };
  return { ...cloud, probe, value };
}
