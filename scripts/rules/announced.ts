import type { RuleSet } from '../../src/domain/incentive/rule-set';
import { valuesOf } from '../../src/domain/incentive/rule-values';
import { figuresIn } from './figures';

/** A phrase of the announcement as this project received it, read twice and held against the data. */
export interface PhraseReport {
  phrase: string;
  /** The values of the rule set that state it. */
  places: readonly string[];
  /** The figures as a person reads them. Money in fen. */
  byHand: readonly number[];
  /** The figures as they are parsed from the phrase. */
  byParser: readonly number[];
  /** The figures of the places. */
  inData: readonly number[];
  /** How the comparison of the phrase, and that of the data, treat the figure itself. */
  comparators: readonly string[];
  certainty: string;
  agrees: boolean;
}

interface Phrase {
  readonly phrase: string;
  readonly places: readonly string[];
  readonly byHand: readonly number[];
  readonly comparator?: 'more_than' | 'at_least';
  readonly unit?: 'yuan';
}

const TARGETS = 'It wanted ';

/** The sentences, cut into phrases, with what a person reads in each. */
const PHRASES: readonly Phrase[] = [
  { phrase: 'In 2020 Huadu announced rewards', places: ['effective'], byHand: [2020] },
  {
    phrase: '100,000, 300,000 and 500,000 yuan towards a home',
    places: ['A1 amount', 'A2 amount', 'A3 amount'],
    byHand: [10_000_000, 30_000_000, 50_000_000],
    unit: 'yuan',
  },
  {
    phrase: 'yearly sales pass 10, 20 and 50 million yuan',
    places: ['A1-sales', 'A2-sales', 'A3-sales'],
    byHand: [1_000_000_000, 2_000_000_000, 5_000_000_000],
    comparator: 'more_than',
    unit: 'yuan',
  },
  {
    phrase: 'more than 500,000 followers',
    places: ['A1-followers', 'A2-followers', 'A3-followers'],
    byHand: [500_000, 500_000, 500_000],
    comparator: 'more_than',
  },
  {
    phrase: 'up to 12 million for platforms, MCNs and brokerages',
    places: ['S1 cap'],
    byHand: [1_200_000_000],
    unit: 'yuan',
  },
  {
    phrase: 'up to 10 million for companies',
    places: ['T1 cap', 'T2 cap', 'T3 cap'],
    byHand: [1_000_000_000, 1_000_000_000, 1_000_000_000],
    unit: 'yuan',
  },
  {
    phrase: 'turning over more than 500 million',
    places: ['T1-revenue'],
    byHand: [50_000_000_000],
    comparator: 'more_than',
    unit: 'yuan',
  },
  { phrase: `${TARGETS}10 parks`, places: ['parks'], byHand: [10] },
  { phrase: `${TARGETS}100 live-streaming stores`, places: ['stores'], byHand: [100] },
  { phrase: `${TARGETS}1,000 influencers`, places: ['influencers'], byHand: [1000] },
  {
    phrase: `${TARGETS}100 billion yuan of online retail`,
    places: ['online_retail'],
    byHand: [10_000_000_000_000],
    unit: 'yuan',
  },
];

/** Whether the words of a phrase exclude the figure itself; null where it compares nothing. */
function comparatorIn(phrase: string): string | null {
  return /\b(more than|pass)\b/.test(phrase) ? 'more_than' : null;
}

/** Every phrase in two readings, and what the rule set states. */
export function announcedIn(ruleSet: RuleSet): PhraseReport[] {
  const values = [...valuesOf(ruleSet)];
  const conditions = ruleSet.awards.flatMap(({ tiers }) =>
    tiers.flatMap((tier) => tier.conditions),
  );
  return PHRASES.map(({ phrase, places, byHand, comparator, unit }) => {
    const stated = places.map((place) => values.find(({ name }) => name === place));
    const inData = stated.map((value) => Object.values(value?.numbers ?? {})[0] ?? NaN);
    const parsed = figuresIn(phrase).map((figure) => (unit === 'yuan' ? figure * 100 : figure));
    // One figure that several places state is repeated for each.
    const byParser = parsed.length === 1 ? places.map(() => parsed[0] ?? NaN) : parsed;
    const comparators = places.flatMap(
      (place) => conditions.find(({ conditionId }) => conditionId === place)?.comparator ?? [],
    );
    const asWorded = [comparatorIn(phrase), comparator ?? null];
    return {
      phrase,
      places,
      byHand,
      byParser,
      inData,
      comparators,
      certainty: [...new Set(stated.map((value) => value?.evidence.certainty ?? ''))].join(', '),
      agrees:
        byHand.join() === byParser.join() &&
        byHand.join() === inData.join() &&
        asWorded.every((each) => each === (comparators[0] ?? null)) &&
        new Set(comparators).size <= 1,
    };
  });
}

/** The phrases as a table in Markdown. */
export function announcedTable(phrases: readonly PhraseReport[]): string {
  const numbers = (list: readonly number[]): string =>
    [...new Set(list)].map((number) => number.toLocaleString('en-US')).join(' / ');
  const rows = phrases.map((each) => [
    each.phrase,
    each.places.join(', '),
    numbers(each.byHand),
    numbers(each.byParser),
    `${each.comparators[0] === 'more_than' ? '> ' : ''}${numbers(each.inData)}`,
    each.certainty,
    each.agrees ? 'yes' : 'NO',
  ]);
  const heading = ['phrase', 'values', 'by hand', 'by parser', 'in the data', 'certainty', 'agree'];
  return [heading, heading.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
