import sdk from 'wx-server-sdk';

import type { Sdk, SdkDatabase } from 'local-cloud/testing';
import { type Place, runCase } from './run-case';
import { type Case, COLLECTION, type Need, type Outcome, refusal, textOf } from './types';

/** The variables that name a real environment and the key to it. */
export const VARIABLES = ['CLOUD_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'] as const;

/** A real environment that is prepared for the cases. */
export interface RealEnvironment {
  /** Sentences: the collections that were created, and what is missing there. */
  readonly notes: readonly string[];
  /** Why a case is not meaningful there; null when it may run. */
  missingFor(testCase: Case): string | null;
  run(testCase: Case): Promise<Outcome>;
}

/** The deployed function that cases call. */
const FUNCTION = 'api';

/** Longer than the 30 s after which a transaction is documented to end. */
const OUTLAST_MS = 31_000;

const place: Place = {
  functionName: FUNCTION,
  outlastTransaction: () => new Promise((resolve) => setTimeout(resolve, OUTLAST_MS)),
};

/**
 * The environment to examine.
 * @returns its id, or null when none of the variables is set.
 * @throws Error naming the missing variables when only some are set.
 */
export function environmentIn(env: Readonly<Record<string, string | undefined>>): string | null {
  const missing = VARIABLES.filter((name) => (env[name] ?? '') === '');
  if (missing.length === VARIABLES.length) return null;
  if (missing.length > 0) {
    throw new Error(`a real environment needs ${missing.join(' and ')} too`);
  }
  return env['CLOUD_ENV'] ?? null;
}

/** Creates the suite's collections that are missing. @returns their names. */
async function createMissing(db: SdkDatabase): Promise<string[]> {
  const created: string[] = [];
  for (const name of Object.values(COLLECTION)) {
    try {
      await db.collection(name).limit(1).get();
    } catch (error) {
      if ((error as { errCode?: number }).errCode !== -502005) throw error;
      await db.createCollection(name);
      created.push(name);
    }
  }
  return created;
}

/** Whether the unique index exists. Only the console can create one, so a duplicate key is tried. */
async function hasUniqueIndex(db: SdkDatabase): Promise<boolean> {
  const caseKey = 'conformance preparation';
  const docs = db.collection(COLLECTION.unique);
  const add = (): Promise<unknown> => docs.add({ data: { caseKey, email: caseKey } });
  await docs.where({ caseKey }).remove();
  try {
    await add();
    return (await refusal(add, /E11000/)).code !== null;
  } finally {
    await docs.where({ caseKey }).remove();
  }
}

/** Whether the index over lists exists: with it, a second list in one document is refused. */
async function hasListIndex(db: SdkDatabase): Promise<boolean> {
  const caseKey = 'conformance preparation';
  const docs = db.collection(COLLECTION.lists);
  const add = (): Promise<unknown> => docs.add({ data: { caseKey, tags: [1], at: [1] } });
  try {
    return (await refusal(add, /parallel arrays/)).code !== null;
  } finally {
    await docs.where({ caseKey }).remove();
  }
}

async function whyNotCallable(cloud: Sdk): Promise<string | null> {
  try {
    await cloud.callFunction({ name: FUNCTION, data: {} });
    return null;
  } catch (error) {
    return `the function ${FUNCTION} cannot be called: ${textOf(error).slice(0, 120)}`;
  }
}

/**
 * Opens a real environment with the SDK in this process, with the key in this process's variables,
 * and creates the suite's collections there.
 * @throws what the SDK throws when the environment does not answer.
 */
export async function openRealEnvironment(id: string): Promise<RealEnvironment> {
  const cloud = sdk as unknown as Sdk;
  cloud.init({ env: id });
  const db = cloud.database();
  const created = await createMissing(db);
  const noListIndex = `no index over caseKey, tags and at in ${COLLECTION.lists}: make it in the console`;
  const noIndex = `no unique index over email in ${COLLECTION.unique}: make it in the console`;
  const missing: Readonly<Record<Need, string | null>> = {
    'unique-index': (await hasUniqueIndex(db)) ? null : noIndex,
    'list-index': (await hasListIndex(db)) ? null : noListIndex,
    function: await whyNotCallable(cloud),
    'large-answer': 'no deployed function answers more than 1 MB',
  };
  return {
    notes: [
      ...created.map((name) => `Created the collection ${name}.`),
      ...Object.values(missing).flatMap((why) => (why === null ? [] : [`Not examined: ${why}.`])),
    ],
    missingFor: ({ needs }) => (needs === undefined ? null : missing[needs]),
    run: (testCase) => runCase(cloud, place, testCase),
  };
}
