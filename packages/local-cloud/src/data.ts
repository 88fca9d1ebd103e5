/** The data folder of a local cloud, read and written without running functions. */
export { type Documents, readDocuments, writeDocuments } from './data-documents';
export { type DataLock, lockData, readDataVersion } from './data-lock';
export {
  type Migrate,
  migrateData,
  type MigratedData,
  type MigrationOptions,
  type MigrationStep,
} from './data-migration';
export { decodeDoc, type Doc, encodeDoc, parseExtendedJson } from './engine/document';
export { Engine } from './engine/engine';
export { Storage } from './engine/storage';
export { openSnapshot, type Snapshot } from './snapshot';
export { FileStore } from './storage/files';
export { keyOfPath, listStoredFiles, pathFile, type StoredFile } from './storage/stored-files';
export { assertFields } from './strict/fields';
