import { createHash } from 'node:crypto';

import * as v from 'valibot';

/** The file that lists all other files of a back-up. */
export const MANIFEST = 'manifest.json';

/** A path inside the back-up: it cannot lead out of it. */
const path = v.pipe(
  v.string(),
  v.check(
    (name) => !name.includes('\\') && name.split('/').every((part) => !/^\.{0,2}$/.test(part)),
    'not a path inside the back-up',
  ),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256'));
const listed = { file: path, bytes: count, sha256: hash };

const format = v.literal('huadu-live-backup');
const madeAt = v.pipe(v.string(), v.isoTimestamp());
const environment = v.strictObject({
  kind: v.picklist(['local', 'wechat']),
  id: v.nullable(v.string()),
});
const contents = {
  collections: v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)),
      documents: count,
      ...listed,
    }),
  ),
  files: v.array(v.strictObject({ cloudPath: v.nullable(v.string()), ...listed })),
  others: v.array(v.strictObject(listed)),
  sha256: hash,
};

// The order of the fields is part of the format: `sha256` covers them in this order.
const version1 = v.strictObject({
  format,
  version: v.literal(1),
  madeAt,
  environment,
  ...contents,
});
const version2 = v.strictObject({
  format,
  version: v.literal(2),
  madeAt,
  environment,
  schemaVersion: count,
  ...contents,
});
const schema = v.variant('version', [version1, version2]);

/** The contents of a back-up. `sha256` covers all other fields. */
export type Manifest = v.InferOutput<typeof schema>;
/** A {@link Manifest} of today's format before it is sealed. */
export type ManifestBody = Omit<v.InferOutput<typeof version2>, 'sha256'>;

/** SHA-256 in hex. */
export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Adds the hash of all fields, as JSON without spaces and in their order. */
export function seal<Body extends object>(body: Body): Body & { sha256: string } {
  return {
    ...body,
    sha256: sha256(JSON.stringify(body)),
  };
}

/** The schema version of the documents. Format 1 has no such field: it was written by version 3. */
export function schemaVersionOf(manifest: Manifest): number {
  return manifest.version === 1 ? 3 : manifest.schemaVersion;
}

/** The text of `manifest.json`. */
export function renderManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Reads the text of `manifest.json`.
 * @throws Error when it is not a manifest, or was changed after it was written.
 */
export function parseManifest(text: string): Manifest {
  let manifest: Manifest;
  try {
    manifest = v.parse(schema, JSON.parse(text));
  } catch (error) {
    throw new Error(`damaged: ${MANIFEST} (${String(error)})`);
  }
  const { sha256: claimed, ...body } = manifest;
  if (seal(body).sha256 !== claimed || renderManifest(manifest) !== text) {
    throw new Error(`damaged: ${MANIFEST} (its SHA-256 differs)`);
  }
  return manifest;
}
