/** WeChat cloud on one machine: start it, call functions, look into its database. */
export { type LocalCloud, type LocalCloudOptions, startLocalCloud } from './local-cloud';
export type { LocalDatabase } from './database';
export type { Documents } from './data/documents';
export type { Migrate, MigratedData } from './data/migration';
export type { Doc } from './engine/document';
export type { CallAnswer } from './functions-host/host';
export type { FunctionRule, FunctionRules } from './functions-host/rules';
export { isLocalRequest } from './http/guards';
export type { WireCall } from './http/server';
export type {
  CloudSchema,
  CollectionIndex,
  CollectionSchema,
  FieldKind,
  IndexField,
} from './schema';
