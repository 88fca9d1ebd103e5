import type { Sdk, SdkDoc } from 'local-cloud/testing';
import { type Case, type CaseTools, COLLECTION, type Outcome, textOf } from './types';

/** What differs between the places a case runs in. */
export type Place = Pick<CaseTools, 'functionName' | 'outlastTransaction'>;

function toolsFor(cloud: Sdk, place: Place, caseId: string): CaseTools {
  const db = cloud.database();
  const of = `conformance ${caseId}`;
  const prefix = `${of}: `;
  return {
    ...place,
    cloud,
    db,
    lenient: cloud.database({ throwOnNotFound: false }),
    _: db.command,
    $: db.command.aggregate,
    of,
    id: (name) => prefix + name,
    bare: ({ of: _of, ...doc }: SdkDoc) =>
      typeof doc['_id'] === 'string' ? { ...doc, _id: doc['_id'].replace(prefix, '') } : doc,
  };
}

/** Removes the documents of one case, those of a run that broke included; nobody else's. */
async function cleanUp({ db, of }: CaseTools): Promise<void> {
  for (const name of Object.values(COLLECTION)) await db.collection(name).where({ of }).remove();
}

/**
 * Runs a case with the SDK and tells how it ended. Never throws: on a real environment one broken
 * case must not hide the others.
 * @param cloud the SDK, initialised.
 */
export async function runCase(cloud: Sdk, place: Place, { id, run }: Case): Promise<Outcome> {
  try {
    const tools = toolsFor(cloud, place, id);
    await cleanUp(tools);
    try {
      const seen = await run(tools);
      // As JSON, so that a worker's answer and a local one compare alike.
      return { seen: JSON.parse(JSON.stringify(seen ?? null)) as unknown };
    } finally {
      await cleanUp(tools);
    }
  } catch (error) {
    return { threw: textOf(error) };
  }
}
