import { makeAutoObservable, observable } from 'mobx';

import type { LiveSessionRow } from '../contract/live-session';
import { stateAt } from '../domain/live-session/live-session';
import { startOf } from '../domain/live-session/times';
import { chinaDayOf, type ChinaMonth, monthOf } from '../domain/time';

/**
 * Sessions as rows of lists, by id. What a list asks of all its sessions is kept beside them, so
 * that a long list observes only the few rows that it draws.
 */
export class LiveSessionRows {
  /** Changes whenever a known session comes into another month. */
  moves = 0;
  private readonly rows = observable.map<string, LiveSessionRow>({}, { deep: false });
  private readonly planned = observable.set<string>();
  private readonly months = new Map<string, ChinaMonth>();

  constructor() {
    makeAutoObservable<this, 'rows' | 'planned' | 'months'>(this, {
      rows: false,
      planned: false,
      months: false,
    });
  }

  get(id: string): LiveSessionRow | undefined {
    return this.rows.get(id);
  }

  /** The month of a session. Depends on `moves`. */
  monthOf(id: string): ChinaMonth | null {
    return this.months.get(id) ?? null;
  }

  /** The ids of all known sessions that are still to come. */
  ahead(now: string): string[] {
    return [...this.planned].filter((id) => {
      const row = this.rows.get(id);
      return row !== undefined && stateAt(row, now) === 'scheduled';
    });
  }

  put(row: LiveSessionRow): void {
    const before = this.rows.get(row.id);
    if (before === undefined || startOf(before) !== startOf(row)) {
      this.months.set(row.id, monthOf(chinaDayOf(startOf(row))));
      if (before !== undefined) this.moves += 1;
    }
    if (row.state === 'scheduled') this.planned.add(row.id);
    else this.planned.delete(row.id);
    this.rows.set(row.id, row);
  }

  delete(id: string): void {
    this.rows.delete(id);
    this.planned.delete(id);
    this.months.delete(id);
  }

  reset(): void {
    this.rows.clear();
    this.planned.clear();
    this.months.clear();
  }
}
