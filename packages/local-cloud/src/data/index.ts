/** The data folder of a local cloud, read and written without running functions. */
export { type Documents, readDocuments, writeDocuments } from './documents';
export { claimFolder } from './claim';
export { type DataLock, lockData, readDataVersion } from './lock';
export {
  type Migrate,
  migrateData,
  type MigratedData,
  type MigrationOptions,
  type MigrationStep,
} from './migration';
export { decodeDoc, type Doc, encodeDoc, parseExtendedJson } from '../engine/document';
export { type LocalData, openData } from './open';
export { openSnapshot, type Snapshot } from './snapshot';
export { keyOfPath, listStoredFiles, pathFile, type StoredFile } from '../storage/stored-files';
export { assertFields } from '../strict/fields';
