/** One figure of a bench, with its limit if it has one. */
export interface BenchRow {
  case: string;
  metric: string;
  value: number;
  unit: string;
  limit?: number;
  ok?: boolean;
}
