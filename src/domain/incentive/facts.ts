import type { Instant } from '../time';

/**
 * Facts that several rule sets may ask for under one key. Every other key belongs to the rule set
 * that defines it: `<rule set>/<key>`.
 */
export const SHARED_FACTS: readonly string[] = [
  'paid_in_capital',
  'operating_revenue',
  'home_in_huadu',
  'local_streamer',
  'sold_for_above_threshold',
  'key_project',
  'set_up_in_huadu',
  'revenue_in_huadu_statistics',
];

/** The key of a fact that a person must declare; rule sets in force define which there are. */
export type FactKey = string;

/** The form of a fact's key. */
export const FACT_KEY = /^([a-z0-9-]{1,30}\/)?[a-z][a-z0-9_]{0,39}$/;

/** A declared fact. Money in fen. It is never changed, only withdrawn. */
export interface DeclaredFact {
  readonly id: string;
  readonly fact: FactKey;
  readonly value: number | boolean;
  /** The year of the fact; null for facts that hold until withdrawn. */
  readonly year: number | null;
  readonly declaredAt: Instant;
  readonly withdrawnAt: Instant | null;
}
