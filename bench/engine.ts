import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import { runMain } from '../scripts/run-main';
import huadu from '../src/incentives/huadu-2020.v3.json';
import { checkRuleSet } from '../src/contract/rule-set';
import { evaluate } from '../src/domain/incentive/evaluate';
import { explainTier } from '../src/domain/incentive/explain';
import type { EvaluateInput } from '../src/domain/incentive/progress';
import type { RuleSet } from '../src/domain/incentive/rule-set';
import { recountYear } from '../src/domain/sales/recount';
import type { RevisedEntry } from '../src/domain/sales/revisions';
import { figuresAsOf, yearSums } from '../src/domain/sales/year-sums';
import type { YearTotals } from '../src/domain/sales/year-totals';
import { settleSales } from '../src/domain/settlement/settlement';
import { addDays, startOfChinaDay } from '../src/domain/time';
import { median } from './cloud/measure';
import { type BenchRow, printBench } from './rows';

const USAGE = 'npm run bench:engine -- [--json] [--rounds <number>]';
const SIZES = [100, 1_000, 10_000, 100_000];
/** Longest time of a case over kept sums with the longest ledger, as a multiple. */
const MAX_GROWTH = 2;
/**
 * Number of times that a ratio above it is measured again; the lowest counts, because a busy
 * machine raises single ratios.
 */
const MAX_REPEATS = 5;
const TODAY = '2026-12-31';

function ruleSetOf(json: unknown): RuleSet {
  const checked = checkRuleSet(json);
  if (!checked.ok) throw new Error(checked.problems.join('; '));
  return checked.ruleSet;
}

/** A ledger of one year: entries spread over its days, every fifth a refund. */
function ledgerOf(entries: number): RevisedEntry[] {
  return Array.from({ length: entries }, (_, index): RevisedEntry => {
    const bookedOn = addDays('2026-01-01', index % 365);
    const kind = index % 5 === 4 ? 'refunded' : 'paid';
    const id = `entry-${String(index)}`;
    return {
      shopId: 's',
      sessionId: id,
      hostId: 'h',
      accountId: 'a',
      batchId: null,
      platform: 'douyin',
      bookedOn,
      revisions: [
        {
          id,
          kind,
          amountFen: kind === 'paid' ? 1_000_000 : 50_000,
          basis: 'self_reported',
          returnedOn: null,
          source: null,
          soldFor: { name: null, aboveThresholdHuadu: 'unknown' },
          recordedAt: startOfChinaDay(bookedOn),
          recordedBy: 'p',
          replaces: null,
          undoneAt: null,
        },
      ],
    };
  });
}

interface Kept {
  entries: number;
  ledger: RevisedEntry[];
  totals: YearTotals;
  input: EvaluateInput;
}

function keep(entries: number, ruleSet: RuleSet): Kept {
  const ledger = ledgerOf(entries);
  const totals = recountYear(ledger);
  const sums = yearSums(totals);
  return {
    entries,
    ledger,
    totals,
    input: {
      ruleSet,
      sums,
      lineOfBusiness: 'streamer',
      year: 2026,
      subject: { kind: 'host' },
      settledFen: sums.exactNetFen,
      facts: [],
      asOf: startOfChinaDay(TODAY),
      followers: [{ accountId: 'a', platform: 'douyin', count: 1, readOn: TODAY }],
    },
  };
}

/** One computation, and whether its time must be independent of the length of the ledger. */
interface EngineCase {
  name: string;
  isFlat: boolean;
  run: (kept: Kept) => unknown;
}

const CASES: readonly EngineCase[] = [
  { name: 'evaluate', isFlat: true, run: ({ input }) => evaluate(input) },
  {
    name: 'explain every tier',
    isFlat: true,
    run: ({ input, totals }) => {
      const months = yearSums(totals).byMonth;
      const tiers = evaluate(input).awards.flatMap((award) => award.tiers);
      return tiers.map((tier) => explainTier(tier, { ...input, months }));
    },
  },
  {
    name: 'sums, settlement and path of kept totals',
    isFlat: true,
    run: ({ totals }) => [
      yearSums(totals),
      settleSales([totals], { year: 2026, today: TODAY, low: 0 }),
    ],
  },
  {
    name: 'figures of an earlier day',
    isFlat: true,
    run: ({ totals }) => figuresAsOf(totals, TODAY),
  },
  {
    name: 'recount of the whole ledger',
    isFlat: false,
    run: ({ ledger }) => recountYear(ledger),
  },
];

/** Median of one run, ms. A fast case runs many times in one measurement. */
function timeOf(engineCase: EngineCase, kept: Kept, rounds: number): number {
  const [times, measured] = engineCase.isFlat ? [20, rounds] : [1, 3];
  const samples: number[] = [];
  for (let round = -2; round < measured; round += 1) {
    const startedAt = performance.now();
    for (let time = 0; time < times; time += 1) engineCase.run(kept);
    if (round >= 0) samples.push((performance.now() - startedAt) / times);
  }
  return median(samples);
}

/** Index of 1,000 entries, the smallest size with an entry on every day of the year. */
const FULL_YEAR = 1;

function measure(engineCase: EngineCase, ledgers: readonly Kept[], rounds: number): number[] {
  const growthOf = (times: readonly number[]): number =>
    (times[times.length - 1] ?? 0) / (times[FULL_YEAR] ?? 1);
  let lowest = ledgers.map((kept) => timeOf(engineCase, kept, rounds));
  const { isFlat } = engineCase;
  for (
    let repeat = 0;
    isFlat && repeat < MAX_REPEATS && growthOf(lowest) > MAX_GROWTH;
    repeat += 1
  ) {
    const again = ledgers.map((kept) => timeOf(engineCase, kept, rounds));
    if (growthOf(again) < growthOf(lowest)) lowest = again;
  }
  return lowest;
}

const round2 = (value: number): number => Math.round(value * 100) / 100;

function rowsOf(engineCase: EngineCase, times: readonly number[]): BenchRow[] {
  const base = times[FULL_YEAR] ?? 1;
  return SIZES.map((entries, index): BenchRow => {
    const value = round2((times[index] ?? 0) / base);
    const row = {
      case: `${engineCase.name} · ${String(entries)} entries`,
      metric: 'time',
      value,
      unit: '×',
    };
    const isLast = index === SIZES.length - 1;
    return engineCase.isFlat && isLast
      ? { ...row, limit: MAX_GROWTH, ok: value <= MAX_GROWTH }
      : row;
  });
}

function tableOf(
  measured: readonly { engineCase: EngineCase; times: readonly number[] }[],
): string {
  const heading = ['case', ...SIZES.map((size) => size.toLocaleString('en-US')), 'must stay flat'];
  const lines = measured.map(({ engineCase, times }) => {
    const base = times[FULL_YEAR] ?? 1;
    return [
      engineCase.name,
      ...times.map((time) => `${(time / base).toFixed(2)} ×`),
      engineCase.isFlat ? 'yes' : 'no',
    ];
  });
  const rule = heading.map((_, index) => (index === 0 ? '---' : '---:'));
  return [heading, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function main(): void {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      rounds: { type: 'string', default: '9' },
    },
  });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds: not a number of rounds');
  const ruleSet = ruleSetOf(huadu);
  const ledgers = SIZES.map((entries) => keep(entries, ruleSet));
  const measured = CASES.map((engineCase) => ({
    engineCase,
    times: measure(engineCase, ledgers, rounds),
  }));
  const rows = measured.flatMap(({ engineCase, times }) => rowsOf(engineCase, times));
  printBench({
    bench: 'engine',
    rows,
    isJson: values.json,
    table: () =>
      `Time beside a ledger of 1,000 entries, medians of one run.\n\n${tableOf(measured)}`,
  });
}

void runMain(main, USAGE);
