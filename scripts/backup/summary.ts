import type { Manifest } from './manifest';

/** The contents of a back-up for people: a line for each collection, then totals. */
export function summaryOf({ collections, files, others, sha256 }: Manifest): string {
  const width = Math.max(...collections.map(({ name }) => name.length));
  const lines = collections.map(
    ({ name, documents, sha256: hash }) =>
      `${name.padEnd(width)}  ${String(documents).padStart(7)}  ${hash.slice(0, 16)}…`,
  );
  const documents = collections.reduce((sum, each) => sum + each.documents, 0);
  lines.push(
    `${String(documents)} documents, ${String(files.length)} files, ${String(others.length)} others`,
    `sha256 ${sha256}`,
  );
  return lines.join('\n');
}
