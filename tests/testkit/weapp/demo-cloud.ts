import type { LocalCloud } from 'local-cloud';
import { seedDemo } from '../../../demo/demo';
import { chinaDayOf } from '../../../src/domain/time';
import { startEmptyCloud } from '../cloud';

type Documents = ReturnType<LocalCloud['database']['readAll']>;

/** The documents of the demonstration, which is dated relative to the day on which it is entered. */
interface Entered {
  readonly day: string;
  readonly documents: ReadonlyMap<string, Documents>;
}

let entered: Entered | null = null;

function documentsOf({ database }: LocalCloud): ReadonlyMap<string, Documents> {
  return new Map(database.collections().map((name) => [name, database.readAll(name)]));
}

/**
 * A local cloud in memory with the people, stores and sessions of the demonstration. It is entered
 * once for all tests of a process and day, and then copied.
 */
export async function startDemoCloud(): Promise<LocalCloud> {
  const cloud = await startEmptyCloud();
  const now = new Date().toISOString();
  const day = chinaDayOf(now);
  if (entered?.day === day) {
    for (const [name, documents] of entered.documents) {
      await cloud.database.insert(name, documents);
    }
  } else {
    await seedDemo(cloud, now);
    entered = { day, documents: documentsOf(cloud) };
  }
  return cloud;
}
