import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Plugin } from 'esbuild';

/** A programming mistake, as a change of the source. */
export interface Fault {
  name: string;
  /** Path in the repository. */
  file: string;
  /** Texts in the file and their replacements; every occurrence is replaced. */
  changes: readonly (readonly [from: string, to: string])[];
}

/**
 * Builds the fault into a bundle.
 * @throws Error in the build when the source no longer contains a text that the fault replaces.
 */
export function seed({ name, file, changes }: Fault): Plugin {
  return {
    name: 'seeded-fault',
    setup: (build) => {
      const target = path.resolve(file);
      build.onLoad({ filter: /\.ts$/ }, async (found) => {
        if (found.path !== target) return undefined;
        let contents = await readFile(target, 'utf8');
        for (const [from, to] of changes) {
          if (!contents.includes(from)) throw new Error(`${name}: ${file} has no "${from}"`);
          contents = contents.replaceAll(from, to);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
}

/** Faults that the checks of writes must find. */
export const FAULTS = {
  'request key ignored': {
    name: 'request key ignored',
    file: 'cloud/repositories/ids.ts',
    changes: [['${requestKey}`', '${requestKey}${Math.random()}`']],
  },
  'request key not recorded': {
    name: 'request key not recorded',
    file: 'cloud/repositories/changes.ts',
    changes: [['changeIdOf(write)', 'String(Math.random())']],
  },
  'totals changed outside the transaction': {
    name: 'totals changed outside the transaction',
    file: 'cloud/repositories/year-books.ts',
    changes: [
      ['  increment,\n', '  increment,\n  updateWhere,\n'],
      ['t.update(collection, doc._id, ', 'updateWhere(collection, { _id: doc._id }, '],
      ['if (!isThere) ', 'if (isThere === null) '],
    ],
  },
  'where().update inside the transaction': {
    name: 'where().update inside the transaction',
    file: 'cloud/database/database.ts',
    changes: [
      [
        'sdk.collection(collection).doc(id).update({',
        'sdk.collection(collection).where({ _id: id }).update({',
      ],
    ],
  },
} as const satisfies Record<string, Fault>;
