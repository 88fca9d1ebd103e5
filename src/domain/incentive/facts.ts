import type { Instant } from '../time';

/** Facts that a person must declare, because no entry shows them. */
export const FACT_KEYS = [
  'paid_in_capital',
  'operating_revenue',
  'home_in_huadu',
  'local_streamer',
  'sold_for_above_threshold',
  'key_project',
  'set_up_in_huadu',
  'revenue_in_huadu_statistics',
] as const;
/** A fact that a person must declare. */
export type FactKey = (typeof FACT_KEYS)[number];

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
