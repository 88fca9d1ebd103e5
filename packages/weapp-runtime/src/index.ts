/** A compiled mini program, launched in a window: jsdom's (`weapp-runtime/testing`) or a browser's. */
export { type AppJson, type CompiledBuild, type ComponentJson, pagesOf } from './compile/build';
export { tapElement, typeInto } from './driver/finger';
export type { DeviceState } from './host/host';
export { launch } from './host/launch';
export { memoryStorage } from './host/memory-storage';
export type { Program } from './host/program';
export type {
  CloudTransport,
  CloudUpload,
  DeviceFile,
  DeviceStorage,
  Entry,
  LaunchOptions,
  Place,
  SharedCard,
} from './host/types';
export { cloudOverHttp, type CloudOverHttp } from './over-http';
