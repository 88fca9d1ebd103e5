/** What came of a part of the proof, in counts that add up. */
export interface Tally {
  sequences: number;
  /** Rounds in which several people acted at once. */
  rounds: number;
  /** Actions that were explained by an order. */
  explained: number;
  /** Milliseconds of the cloud's clock that passed in stores. */
  storeMs: number;
  /** Calls, each try of one counted. */
  calls: number;
  /** Tries that people made again. */
  repeats: number;
  /** Requests of the SDK. */
  requests: number;
  /** Writes that were accepted. */
  acknowledged: number;
  /** Tries of a write that got no answer. */
  unanswered: number;
  /** Acknowledged writes that were gone afterwards. */
  lost: number;
  /** Answers that equal the recount or the model. */
  compared: number;
  /** Hostile inputs. */
  inputs: number;
  /** Ends of the whole cloud at a request, and restarts on what it had written. */
  kills: number;
  faults: Record<string, number>;
  endpoints: Record<string, { accepted: number; refused: number }>;
}

/** Nothing yet. */
export function noTally(): Tally {
  return {
    sequences: 0,
    rounds: 0,
    explained: 0,
    storeMs: 0,
    calls: 0,
    repeats: 0,
    requests: 0,
    acknowledged: 0,
    unanswered: 0,
    lost: 0,
    compared: 0,
    inputs: 0,
    kills: 0,
    faults: {},
    endpoints: {},
  };
}

/** The sum of tallies. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const sum = noTally();
  for (const { faults, endpoints, ...counts } of tallies) {
    for (const [name, count] of Object.entries(counts)) sum[name as keyof typeof counts] += count;
    for (const [name, count] of Object.entries(faults)) {
      sum.faults[name] = (sum.faults[name] ?? 0) + count;
    }
    for (const [name, { accepted, refused }] of Object.entries(endpoints)) {
      const row = (sum.endpoints[name] ??= { accepted: 0, refused: 0 });
      row.accepted += accepted;
      row.refused += refused;
    }
  }
  return sum;
}
