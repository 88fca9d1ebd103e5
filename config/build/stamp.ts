import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** What is kept of a build's inputs, to see later whether they changed. */
export interface Stamp {
  /** Hash of every input's name, size and times. */
  readonly metadata: string;
  /** Hash of every input's name and content. */
  readonly content: string;
}

/** Tests are no input: changing one must not rebuild the product. */
function filesUnder(root: string, folder: string): string[] {
  const absolute = path.join(root, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

/** Names are relative, so that a copy of the whole folder needs no new build. */
function hashOf(files: readonly string[], describe: (file: string) => string | Buffer): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const description = describe(file);
    hash.update(`${file}\0${description.length}\0`).update(description);
  }
  return hash.digest('hex');
}

/** ctime cannot be set by hand, so that a file that was changed and given its old mtime is noticed. */
function metadataOf(file: string): string {
  const { size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return `${size} ${mtimeNs} ${ctimeNs}`;
}

/**
 * The stamp of some files and folders as they are now. Contents are read only when the name, size or
 * time of a file differs from the stamp that was kept.
 * @param inputs files, and folders with all that is below them except tests, relative to the root
 * @param kept the stamp of the last build, null when there was none
 * @throws Error when a file among the inputs does not exist
 */
export function stampOf(root: string, inputs: readonly string[], kept: Stamp | null): Stamp {
  const files = inputs
    .flatMap((input) => (path.extname(input) === '' ? filesUnder(root, input) : [input]))
    .sort();
  const metadata = hashOf(files, (file) => metadataOf(path.join(root, file)));
  if (kept?.metadata === metadata) return kept;
  return { metadata, content: hashOf(files, (file) => readFileSync(path.join(root, file))) };
}
