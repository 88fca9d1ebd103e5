import type Database from 'libsql';

import { unlessDiskFull } from '../errors';

/**
 * Does work in one SQLite transaction: all of it or nothing.
 * @throws CloudError when there is no space for it; what `work` throws
 */
export function atomically(db: Database.Database, work: () => void): void {
  try {
    db.exec('BEGIN IMMEDIATE');
    work();
    db.exec('COMMIT');
  } catch (error) {
    // SQLite has already rolled back when the disk is full.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw unlessDiskFull(error);
  }
}
