import { type Role, ROLES } from '../../src/domain/shop/shop';
import type { AccessRow } from '../../tests/testkit/access-table';
import type { GeneratedPage } from '../generated-page';

/** The page that shows who may call what. */
export const PAGE: GeneratedPage = {
  file: 'access.md',
  title: 'Who may call what',
  command: 'npm run access -- --write',
};

function personOf({ kind, needs }: AccessRow): string {
  if (kind === 'publicRead') return 'anyone';
  return needs === null ? 'identified people, as the endpoint decides' : 'people of the store';
}

/** The rows as a table in Markdown: an endpoint, what it needs, and the roles that have it. */
export function accessTableText(rows: readonly AccessRow[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const cellOf = (row: AccessRow, role: Role): string => (row.roles.includes(role) ? 'yes' : '');
  const heading = ['endpoint', 'kind', 'who', 'needs', ...ROLES];
  return [
    line(heading),
    line(heading.map(() => '---')),
    ...rows.map((row) =>
      line([
        `\`${row.name}\``,
        row.kind,
        personOf(row),
        row.needs ?? '',
        ...ROLES.map((role) => cellOf(row, role)),
      ]),
    ),
  ].join('\n');
}
