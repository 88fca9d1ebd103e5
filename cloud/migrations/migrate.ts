import { isDeepStrictEqual } from 'node:util';

import { migrationsFrom, type SchemaHistory } from './history';
import type { Collections, Migration, StoredDoc } from './migration';
import { rebuildTotals } from './rebuild-totals';
import { versionMark } from './version-marks';

/** What a migration does to one collection, in documents. */
export interface CollectionCounts {
  readonly name: string;
  readonly before: number;
  readonly after: number;
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
}

/** Data of today's schema version, and what was done to get there. */
export interface Migrated {
  readonly collections: Collections;
  readonly from: number;
  readonly to: number;
  readonly steps: readonly Migration[];
  /** Whether kept totals were rebuilt from the ledger. */
  readonly isRebuilt: boolean;
  readonly counts: readonly CollectionCounts[];
}

/** How data are to be migrated. */
export interface MigrateOptions {
  /** The version of the data. */
  readonly from: number;
  readonly history: SchemaHistory;
  /** The instant of the migration. */
  readonly now: string;
  /** Rebuild kept totals though no migration asks for it. */
  readonly rebuild?: boolean;
}

function applyMigration(
  before: Collections,
  { documents, additions }: Migration,
  now: string,
): Collections {
  const after = new Map(before);
  for (const [name, change] of Object.entries(documents?.(before) ?? {})) {
    const changed = (before.get(name) ?? []).flatMap((doc) => change(doc) ?? []);
    after.set(name, changed);
  }
  for (const [name, docs] of Object.entries(additions?.(before, now) ?? {})) {
    after.set(name, [...(after.get(name) ?? []), ...docs]);
  }
  return after;
}

function withMark(collections: Collections, version: number, now: string): Collections {
  const marks = collections.get('schema_versions') ?? [];
  return new Map([
    ...collections,
    ['schema_versions', [...marks, { ...versionMark(version, now) }]],
  ]);
}

function countsOf(name: string, before: readonly StoredDoc[], after: readonly StoredDoc[]) {
  const known = new Map(before.map((doc) => [doc._id, doc]));
  const kept = after.filter(({ _id }) => known.has(_id));
  const changed = kept.filter((doc) => !isDeepStrictEqual(doc, known.get(doc._id)));
  return {
    name,
    before: before.length,
    after: after.length,
    changed: changed.length,
    added: after.length - kept.length,
    removed: before.length - kept.length,
  };
}

function allCounts(before: Collections, after: Collections): CollectionCounts[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.map((name) => countsOf(name, before.get(name) ?? [], after.get(name) ?? []));
}

/**
 * Brings data to today's schema version. Changes nothing of what it is given.
 * @throws Error with a sentence for people when the data are newer or too old.
 */
export function migrate(before: Collections, options: MigrateOptions): Migrated {
  const { from, history, now, rebuild = false } = options;
  const steps = migrationsFrom(from, history);
  const to = history.schema.version;
  const isRebuilt = rebuild || steps.some(({ rebuildsTotals }) => rebuildsTotals);
  let collections = steps.reduce((migrated, step) => applyMigration(migrated, step, now), before);
  if (isRebuilt) collections = rebuildTotals(collections);
  if (steps.length > 0) collections = withMark(collections, to, now);
  return { collections, from, to, steps, isRebuilt, counts: allCounts(before, collections) };
}
