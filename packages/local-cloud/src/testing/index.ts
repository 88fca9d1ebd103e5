/** For tests: functions bundled from source, and one that runs any code on the real SDK. */
export { bundleFunctions, type FunctionSource } from './bundle-functions';
export {
  PROBE,
  type ProbeCloud,
  type ProbeCloudOptions,
  type ProbeResult,
  type ProbeTools,
  startProbeCloud,
} from './probe-cloud';
export type {
  Sdk,
  SdkAggregates,
  SdkCommand,
  SdkCommands,
  SdkDatabase,
  SdkDoc,
  SdkTransaction,
} from './sdk';
