/** For tests: functions bundled from source, and one that runs any code on the real SDK. */
export { buildFixtures, bundleFunctions, type FunctionSource } from './fixtures/build-fixtures';
export {
  type FixtureCloud,
  type ProbeResult,
  startFixtureCloud,
  type Tools,
} from './fixtures/cloud';
export type {
  Sdk,
  SdkAggregates,
  SdkCommand,
  SdkCommands,
  SdkDatabase,
  SdkDoc,
  SdkTransaction,
} from './fixtures/sdk';
