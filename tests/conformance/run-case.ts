import type { Sdk, SdkDoc } from 'local-cloud/testing';
import { type Case, type CaseTools, COLLECTION, type Outcome, textOf } from './types';

/** What differs between the clouds on which a case runs. */
export type Place = Pick<CaseTools, 'functionName' | 'outlastTransaction'>;

function toolsFor(cloud: Sdk, place: Place, caseId: string): CaseTools {
  const db = cloud.database();
  const caseKey = `conformance ${caseId}`;
  const prefix = `${caseKey}: `;
  return {
    ...place,
    cloud,
    db,
    lenient: cloud.database({ throwOnNotFound: false }),
    _: db.command,
    $: db.command.aggregate,
    caseKey,
    id: (name) => prefix + name,
    bare: ({ caseKey: _of, ...doc }: SdkDoc) =>
      typeof doc['_id'] === 'string' ? { ...doc, _id: doc['_id'].replace(prefix, '') } : doc,
  };
}

/** Removes the documents of one case, also those of an earlier run that failed. */
async function cleanUp({ db, caseKey }: CaseTools): Promise<void> {
  for (const name of Object.values(COLLECTION))
    await db.collection(name).where({ caseKey }).remove();
}

/**
 * Runs a case with the SDK. Never throws: on a real environment a case that fails must not hide the
 * others.
 * @param cloud the SDK, initialised.
 */
export async function runCase(cloud: Sdk, place: Place, { id, run }: Case): Promise<Outcome> {
  try {
    const tools = toolsFor(cloud, place, id);
    await cleanUp(tools);
    try {
      const seen = await run(tools);
      // As JSON, so that results compare equal whether or not they crossed a worker's boundary.
      return { seen: JSON.parse(JSON.stringify(seen ?? null)) as unknown };
    } finally {
      await cleanUp(tools);
    }
  } catch (error) {
    return { threw: textOf(error) };
  }
}
