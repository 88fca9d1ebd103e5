import { isDeepStrictEqual } from 'node:util';

import type { Case, Outcome } from './types';

/** How the result of a case on one cloud compares with what is expected. */
export type Verdict =
  | { readonly kind: 'as expected' }
  | { readonly kind: 'differs'; readonly seen: string }
  | { readonly kind: 'not examined'; readonly why: string };

/** One line of the table. */
export interface Row {
  readonly testCase: Case;
  readonly local: Verdict;
  readonly real: Verdict;
}

/** The verdict of a real environment that was not examined. */
export const NOT_EXAMINED: Verdict = { kind: 'not examined', why: '' };

/** Compares the result of a case with what it expects. */
export function judge({ expected }: Case, outcome: Outcome): Verdict {
  if ('threw' in outcome) return { kind: 'differs', seen: `threw ${outcome.threw}` };
  if (isDeepStrictEqual(outcome.seen, expected)) return { kind: 'as expected' };
  return { kind: 'differs', seen: JSON.stringify(outcome.seen) };
}

function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
}

/** A verdict as the text of a cell. */
function verdictText(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'as expected':
      return 'as expected';
    case 'differs':
      return `**differs**: ${verdict.seen}`;
    case 'not examined':
      return verdict.why === '' ? 'not examined' : `not examined: ${verdict.why}`;
  }
}

function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(cell).join(' | ')} |`)
    .join('\n');
}

/** The id, title and source of a case as cells of the table. */
export function describeCase({ id, title, source }: Case): [string, string, string] {
  return [`\`${id}\``, title, source ?? 'not established'];
}

/** The whole table, in Markdown. */
export function caseTable(rows: readonly Row[]): string {
  return tableOf(
    ['id', 'what', 'source', 'local cloud', 'real environment'],
    rows.map(({ testCase, local, real }) => [
      ...describeCase(testCase),
      verdictText(local),
      verdictText(real),
    ]),
  );
}

/** The cases in which a cloud differs from what is expected, as a table; empty for none. */
export function differenceTable(rows: readonly Row[]): string {
  const differing = rows.filter(({ local, real }) =>
    [local, real].some(({ kind }) => kind === 'differs'),
  );
  if (differing.length === 0) return '';
  return tableOf(
    ['id', 'what', 'expected', 'local cloud', 'real environment'],
    differing.map(({ testCase, local, real }) => [
      `\`${testCase.id}\``,
      testCase.title,
      JSON.stringify(testCase.expected),
      verdictText(local),
      verdictText(real),
    ]),
  );
}

const SIDES = [
  ['local', 'local cloud'],
  ['real', 'real environment'],
] as const;

/** The number of cases with each verdict, by cloud, in one line. */
export function summary(rows: readonly Row[]): string {
  const sides = SIDES.map(([side, name]) => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(row[side].kind, (counts.get(row[side].kind) ?? 0) + 1);
    return `${name}: ${[...counts].map(([kind, n]) => `${n} ${kind}`).join(', ')}`;
  });
  return `${rows.length} cases; ${sides.join('; ')}.`;
}
