// The cloud function that runs cases on the local cloud, in a worker and with the real SDK.
import sdk from 'wx-server-sdk';

import type { Sdk } from 'local-cloud/testing';
import { CASES } from './cases';
import { runCase } from './run-case';
import { CLOCK, type Outcome } from './types';

const cloud = sdk as unknown as Sdk;

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });

async function outlastTransaction(): Promise<void> {
  await cloud.database().collection(CLOCK).where({}).limit(1).get();
}

/** Runs one case, by its id. */
export async function main({ id }: { readonly id: string }): Promise<Outcome> {
  const found = CASES.find((testCase) => testCase.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return runCase(cloud, { functionName: 'answer', outlastTransaction }, found);
}
