import { UNITS } from '../../cloud/runtime/rates';
import type { EndpointName } from '../../src/contract/endpoints';
import type { AccessRow } from '../../tests/testkit/access-table';
import { type AccessMatrix, PEOPLE, type Person } from '../../tests/testkit/access-walk';
import type { GeneratedPage } from '../generated-page';

/** The page that shows who may call what. */
export const PAGE: GeneratedPage = {
  file: 'access.md',
  title: 'Who may call what',
  command: 'npm run access -- --write',
};

const LEGEND = `Every endpoint was called by every person with an input that the owner may send. \`yes\`: answered; \`no\`: \`not_allowed\`; empty:
\`not_found\`, as for what does not exist; \`–\`: the call does not reach the endpoint. Units are those of the
[rate limits](../decisions/0034-rate-limits.md).`;

/** How answers are written in a cell; others stand as they are. */
const CELLS: Readonly<Record<string, string>> = {
  denied: '–',
  unknown_endpoint: '–',
  not_allowed: 'no',
  not_found: '',
};

/** What the table shows. */
export interface AccessCalls {
  readonly rows: readonly AccessRow[];
  readonly matrix: AccessMatrix;
  /** What each person is answered by the function of the timer. */
  readonly timer: Readonly<Record<Person, string>>;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** A legend and a table in Markdown: an endpoint, what it needs, and what each person was answered. */
export function accessTableText({ rows, matrix, timer }: AccessCalls): string {
  const cellOf = (answer: string): string => CELLS[answer] ?? answer;
  const heading = ['endpoint', 'kind', 'units', 'needs', ...PEOPLE];
  const table = rows.map(({ name, kind, needs }) =>
    line([
      `\`${name}\``,
      kind,
      String(UNITS[name as EndpointName] ?? 1),
      needs ?? '',
      ...PEOPLE.map((person) => cellOf(matrix.get(name as EndpointName)?.[person].answer ?? '?')),
    ]),
  );
  const ofTimer = PEOPLE.map((person) => cellOf(timer[person]));
  return [
    LEGEND,
    '',
    line(heading),
    line(heading.map(() => '---')),
    ...table,
    line(['the function `timer`', '', '', '', ...ofTimer]),
  ].join('\n');
}
