import { readFileSync } from 'node:fs';
import path from 'node:path';

import { SCHEMA } from '../../cloud/database/schema';
import { type PlannedIndex, planSchema } from '../../cloud/database/schema-plan';
import { FUNCTION_RULES } from '../../cloud/functions/rules';
import { type DeploySdk, NO_COLLECTION } from './sdk';

/** A collection as it is created in the cloud console. */
export interface PlannedCollection {
  readonly collection: string;
  /** All access goes through cloud functions, to which security rules do not apply. */
  readonly securityRule: { readonly read: false; readonly write: false };
  readonly indexes: readonly PlannedIndex[];
}

/** Collections, security rules and indexes to create, from the schema. */
export function plannedCollections(): PlannedCollection[] {
  return planSchema(SCHEMA).map(({ name, indexes }) => ({
    collection: name,
    securityRule: { read: false, write: false },
    indexes,
  }));
}

const INVOKE = { auth: 'auth != null', anyone: true, nobody: false } as const;

/** Function security rules in the form of the cloud console. */
export function functionSecurityRules(): Record<string, { invoke: string | boolean }> {
  return Object.fromEntries(
    Object.entries(FUNCTION_RULES).map(([name, rule]) => [name, { invoke: INVOKE[rule] }]),
  );
}

const WAYS = { 1: 'asc', [-1]: 'desc' } as const;

/** Storage security rule: functions are not bound by it, and no client uploads or reads a file. */
export function storageSecurityRule(): unknown {
  const file = path.join(__dirname, '../../cloud/storage-rules.json');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The same as a table for people. */
export function schemaTable(): string[] {
  const collections = plannedCollections();
  const width = Math.max(...collections.map(({ collection }) => collection.length));
  const lines = collections.flatMap(({ collection, indexes }) => {
    const shown = indexes.map(
      ({ keys, unique }) =>
        keys.map(({ field, direction }) => `${field} ${WAYS[direction]}`).join(', ') +
        (unique ? ' (unique)' : ''),
    );
    const [first = 'no index', ...rest] = shown;
    return [
      `${collection.padEnd(width)}  ${first}`,
      ...rest.map((line) => `${' '.repeat(width)}  ${line}`),
    ];
  });
  const count = collections.reduce((sum, { indexes }) => sum + indexes.length, 0);
  return [
    ...lines,
    `${String(collections.length)} collections, ${String(count)} indexes`,
    'security rule of every collection: {"read": false, "write": false}',
    `storage security rule: ${JSON.stringify(storageSecurityRule())}`,
    `function security rules: ${JSON.stringify(functionSecurityRules())}`,
  ];
}

async function exists(sdk: DeploySdk, name: string): Promise<boolean> {
  try {
    await sdk.database().collection(name).limit(1).get();
    return true;
  } catch (error) {
    if ((error as { errCode?: unknown }).errCode === NO_COLLECTION) return false;
    throw error;
  }
}

/**
 * Creates the missing collections. Indexes and rules are created in the console: the SDK has no call
 * for them.
 */
export async function createCollections(
  sdk: DeploySdk,
  log: (line: string) => void,
): Promise<void> {
  for (const { collection } of plannedCollections()) {
    const isThere = await exists(sdk, collection);
    if (!isThere) await sdk.database().createCollection(collection);
    log(`${collection}: ${isThere ? 'is there' : 'created'}`);
  }
}
