import { isDeepStrictEqual } from 'node:util';

import type { Case, Outcome } from './types';

/** What one cloud made of a case; `notExamined` says why there is no outcome. */
export type Verdict =
  | { readonly kind: 'as expected' }
  | { readonly kind: 'differs'; readonly seen: string }
  | { readonly kind: 'not examined'; readonly why: string };

/** One line of the table. */
export interface Row {
  readonly one: Case;
  readonly local: Verdict;
  readonly there: Verdict;
}

/** What stands in the table while no real environment was examined. */
export const NOT_EXAMINED: Verdict = { kind: 'not examined', why: '' };

/** Compares what was seen with what the case expects. */
export function judge({ expected }: Case, outcome: Outcome): Verdict {
  if ('threw' in outcome) return { kind: 'differs', seen: `threw ${outcome.threw}` };
  if (isDeepStrictEqual(outcome.seen, expected)) return { kind: 'as expected' };
  return { kind: 'differs', seen: JSON.stringify(outcome.seen) };
}

function cell(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ').trim();
}

/** A verdict as it stands in a cell. */
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

/** Title and source of a case as the table has them. */
export function describeCase({ id, title, source }: Case): [string, string, string] {
  return [`\`${id}\``, title, source ?? 'not established'];
}

/** The whole table, in Markdown. */
export function caseTable(rows: readonly Row[]): string {
  return tableOf(
    ['id', 'what', 'source', 'local cloud', 'real environment'],
    rows.map(({ one, local, there }) => [
      ...describeCase(one),
      verdictText(local),
      verdictText(there),
    ]),
  );
}

/** The cases in which a cloud did not do what is expected, with both sides; empty for none. */
export function differenceTable(rows: readonly Row[]): string {
  const differing = rows.filter(({ local, there }) =>
    [local, there].some(({ kind }) => kind === 'differs'),
  );
  if (differing.length === 0) return '';
  return tableOf(
    ['id', 'what', 'expected', 'local cloud', 'real environment'],
    differing.map(({ one, local, there }) => [
      `\`${one.id}\``,
      one.title,
      JSON.stringify(one.expected),
      verdictText(local),
      verdictText(there),
    ]),
  );
}

const SIDES = [
  ['local', 'local cloud'],
  ['there', 'real environment'],
] as const;

/** How many cases did what on each side, in one line. */
export function summary(rows: readonly Row[]): string {
  const sides = SIDES.map(([side, name]) => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(row[side].kind, (counts.get(row[side].kind) ?? 0) + 1);
    return `${name}: ${[...counts].map(([kind, n]) => `${n} ${kind}`).join(', ')}`;
  });
  return `${rows.length} cases; ${sides.join('; ')}.`;
}
