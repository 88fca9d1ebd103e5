import { fileURLToPath } from 'node:url';

import { bundleFunctions } from 'local-cloud/testing';
import { type CloudSchema, startLocalCloud } from 'local-cloud';
import { type Case, CLOCK, COLLECTION, type Outcome } from './types';

/** A cloud that runs cases. */
export interface Examined {
  run(testCase: Case): Promise<Outcome>;
  close(): Promise<void>;
}

/** Longer than the 30 s that a transaction may stay open. */
const LONGER_MS = 31_000;

const SCHEMA: CloudSchema = {
  collections: {
    [COLLECTION.plain]: { indexes: [] },
    [COLLECTION.things]: {
      indexes: [
        {
          fields: [
            { name: 'caseKey', order: 'asc' },
            { name: 'kind', order: 'asc' },
            { name: 'rank', order: 'desc' },
          ],
        },
        { fields: [{ name: 'info.city', order: 'asc' }] },
        { fields: [{ name: 'tags', order: 'asc' }] },
      ],
    },
    [COLLECTION.unique]: { indexes: [{ fields: [{ name: 'email', order: 'asc' }], unique: true }] },
    [COLLECTION.lists]: {
      fields: { tags: 'list' },
      indexes: [
        {
          fields: [
            { name: 'caseKey', order: 'asc' },
            { name: 'tags', order: 'asc' },
            { name: 'at', order: 'asc' },
          ],
        },
      ],
    },
    [CLOCK]: { indexes: [] },
  },
};

const source = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Starts a local cloud in memory; every case runs inside a cloud function on it. */
export async function openLocalCloud(): Promise<Examined> {
  const functionsRoot = await bundleFunctions({
    conformance: { entry: source('./conformance-function.ts'), config: { timeout: 60 } },
    answer: { entry: source('./answer-function.ts') },
  });
  const realNow = performance.now.bind(performance);
  const cloud = await startLocalCloud({
    dataDir: ':memory:',
    functionsRoot,
    schema: SCHEMA,
    // The database measures open transactions with this process's clock. Advancing it shows the
    // limit without waiting for it.
    onWire: ({ collection }) => {
      if (collection === CLOCK) performance.now = () => realNow() + LONGER_MS;
    },
  });
  return {
    run: async ({ id }) => {
      const answer = await cloud.call('conformance', { id }, { person: 'tester' });
      performance.now = realNow;
      return answer.errCode === undefined ? (answer.result as Outcome) : { threw: answer.errMsg };
    },
    close: () => cloud.close(),
  };
}
