import { createHash } from 'node:crypto';

import * as v from 'valibot';

/** The file that lists all others of a back-up. */
export const MANIFEST = 'manifest.json';

/** A place inside the back-up: no way leads out of it. */
const place = v.pipe(
  v.string(),
  v.check(
    (name) => !name.includes('\\') && name.split('/').every((part) => !/^\.{0,2}$/.test(part)),
    'not a place inside the back-up',
  ),
);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not a SHA-256'));
const listed = { file: place, bytes: count, sha256: hash };

const schema = v.strictObject({
  format: v.literal('huadu-live-backup'),
  version: v.literal(1),
  madeAt: v.pipe(v.string(), v.isoTimestamp()),
  environment: v.strictObject({
    kind: v.picklist(['local', 'wechat']),
    id: v.nullable(v.string()),
  }),
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
});

/** What a back-up holds. `sha256` covers all other fields. */
export type Manifest = v.InferOutput<typeof schema>;
/** A {@link Manifest} before it is sealed. */
export type ManifestBody = Omit<Manifest, 'sha256'>;

/** SHA-256 in hex. */
export function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Adds the hash of the whole: of the other fields as JSON without spaces, in their order. */
export function seal(body: ManifestBody): Manifest {
  return {
    ...body,
    sha256: sha256(JSON.stringify(body)),
  };
}

/** The text of `manifest.json`. */
export function renderManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/**
 * Reads the text of `manifest.json`.
 * @throws Error when it is not one, or not as it was written.
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
    throw new Error(`damaged: ${MANIFEST} (it does not have the SHA-256 it says)`);
  }
  return manifest;
}
