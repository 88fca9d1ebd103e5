import type { SchemaVersionDoc } from '../database/documents';

/** The version of data without any mark: marks began with the version after it. */
const UNMARKED_VERSION = 3;

/** The document that says since when the data have a version. */
export function versionMark(version: number, since: string): SchemaVersionDoc {
  return { _id: `v${String(version)}`, version, since };
}

/** The version that data say they have, by the documents of `schema_versions`. */
export function markedVersion(marks: readonly Pick<SchemaVersionDoc, 'version'>[]): number {
  return Math.max(UNMARKED_VERSION, ...marks.map(({ version }) => version));
}
