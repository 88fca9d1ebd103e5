// Everything that a write depends on is read in its transaction. A decision record lists the reads
// before it with the reason why they may be; a new step needs a line there.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ENDPOINTS = path.resolve('cloud/endpoints');
const RECORD = 'docs/decisions/0035-decided-in-the-transaction.md';
/** Where queries are: a claiming write has no step of its own, so that every call of one counts. */
const QUERIES = ['liveSessionById', 'latestSales'];

interface WriteFile {
  /** `concept.verb`, as the definition is exported. */
  definition: string;
  source: string;
}

function isCallOf(node: ts.Node, names: readonly string[]): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isIdentifier(node.expression) &&
    names.includes(node.expression.text)
  );
}

/** Whether the options of a write have a step that runs before its transaction. */
function hasBefore(options: ts.Expression | undefined): boolean {
  return (
    options !== undefined &&
    ts.isObjectLiteralExpression(options) &&
    options.properties.some((property) => property.name?.getText() === 'before')
  );
}

/** The definition of a write in a file that reads something before its transaction; null for none. */
export function readsBefore({ source }: Pick<WriteFile, 'source'>): string | null {
  const file = ts.createSourceFile('endpoint.ts', source, ts.ScriptTarget.Latest, true);
  let found: string | null = null;
  const visit = (node: ts.Node): void => {
    if (isCallOf(node, ['write', 'personWrite', 'claimingWrite'])) {
      const [definition, options, body] = node.arguments;
      const isClaiming = node.expression.getText() === 'claimingWrite';
      const isQuery = QUERIES.some((query) => body?.getText().includes(`${query}(`));
      if (hasBefore(options) || (isClaiming && isQuery)) found = definition?.getText() ?? null;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The endpoints with such a step, as the record names them. */
function endpointsWithStep(): string[] {
  const files = readdirSync(ENDPOINTS, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(ENDPOINTS, file), 'utf8'))
    .flatMap((source) => readsBefore({ source }) ?? [])
    .map((name) =>
      name.replace(
        /^(applicant|duty|host|liveSession|sales|shop)(.)/,
        (_all, concept, first) => `${String(concept)}.${String(first).toLowerCase()}`,
      ),
    )
    .sort();
}

/** The rows of the record's table: the endpoint, what is read before, and why that may be. */
function rowsOfRecord(): { endpoint: string; cells: string[] }[] {
  return readFileSync(RECORD, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .flatMap(([names = '', ...cells]) =>
      names.split(', ').map((name) => ({ endpoint: name.replaceAll('`', ''), cells })),
    );
}

describe('what a write reads before its transaction', () => {
  it('is listed in the decision record, endpoint by endpoint, with a reason', () => {
    const rows = rowsOfRecord();
    expect(rows.map(({ endpoint }) => endpoint).sort()).toEqual(endpointsWithStep());
    for (const { endpoint, cells } of rows) {
      expect(cells, endpoint).toHaveLength(2);
      for (const cell of cells) expect(cell.length, endpoint).toBeGreaterThan(10);
    }
  });

  it.each([
    [
      'a step',
      `export const endpoint = write(hostAdd, { needs: 'shop.edit', before: read }, body);`,
    ],
    [
      'a step of a person',
      `export const endpoint = personWrite(hostAdd, { before: async () => 1 }, body);`,
    ],
    [
      'a query of a claiming write',
      `claimingWrite(hostAdd, {}, async () => { await latestSales('a'); });`,
    ],
  ])('is found as %s', (_name, source) => {
    expect(readsBefore({ source })).toBe('hostAdd');
  });

  it('is not found where there is none', () => {
    const source = `export const endpoint = write(hostAdd, { needs: 'shop.edit' }, async ({ before }) => before);`;
    expect(readsBefore({ source })).toBeNull();
  });
});
