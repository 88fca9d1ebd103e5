// Everything that a write depends on is read in its transaction. The reads before it are listed here
// with the reason why they may be; a new step needs a line.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const ENDPOINTS = path.resolve('cloud/endpoints');

/** What an endpoint reads before its transaction, and why that may be. */
const READ_BEFORE: Readonly<Record<string, readonly [read: string, reason: string]>> = {
  'applicant.declare': [
    'facts that the schemes in force ask for',
    'published versions never change; the call counts as made before a scheme that is published meanwhile',
  ],
  'applicant.recordFollowers': [
    "that the account is the store's",
    'courtesy: the transaction reads the account and its owner again',
  ],
  'host.add': [
    'how many hosts of a full store have left',
    "`busy` where the store's version is not the one that was read before the count",
  ],
  'host.retire': [
    'how many hosts of a large store have left, before one comes back',
    "`busy` where the store's version is not the one that was read before the count",
  ],
  'liveSession.backfill': [
    'account, hosts, whether it was entered already',
    'hosts never go; a twin of the same moment is found by the sums of its day, which the transaction reads',
  ],
  'liveSession.correct': [
    'refunds from before the new day',
    "`busy` where the session's record is not the one that was read before the query",
  ],
  'liveSession.edit': [
    'hosts, ids of the following sessions',
    'hosts never go, a series never grows; every session is read again',
  ],
  'liveSession.moveSales': [
    'ids of entries on another day',
    'every entry is read again, and whether it may move; what the query missed is counted as left',
  ],
  'liveSession.schedule': [
    'account, hosts, whether one has left, overlaps',
    'hosts never go; a host who leaves meanwhile left after the plan, which leaving does not forbid; overlaps only warn',
  ],
  'liveSession.startNow': [
    'account, hosts, whether one has left, overlaps',
    'hosts never go; a host who leaves meanwhile left after the plan, which leaving does not forbid; overlaps only warn',
  ],
  'liveSession.undoSeries': [
    'ids of the other sessions',
    'a series never grows; every session is read again',
  ],
  'sales.move': [
    "the usual amount of the store's latest sessions",
    "only asks about a slip; account and host were the store's when the call came, and an amount without one was recorded before the first host",
  ],
  'sales.record': [
    "the usual amount of the store's latest sessions",
    "only asks about a slip; account and host were the store's when the call came, and an amount without one was recorded before the first host",
  ],
  'sales.replace': [
    "the usual amount of the store's latest sessions",
    "only asks about a slip; account and host were the store's when the call came, and an amount without one was recorded before the first host",
  ],
  'shop.update': [
    'which hosts exist',
    'hosts never go; to whom accounts are given, and what must be complete, is decided on the store that is read',
  ],
};

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

/** Options of a write that read something before its transaction which decides. */
const STEPS = ['before', 'soFar'];

/** Whether the options of a write have a step that runs before its transaction. */
function hasBefore(options: ts.Expression | undefined): boolean {
  return (
    options !== undefined &&
    ts.isObjectLiteralExpression(options) &&
    options.properties.some((property) => STEPS.includes(property.name?.getText() ?? ''))
  );
}

/** The definition of a write in a file that reads something before its transaction; null for none. */
export function readsBefore({ source }: Pick<WriteFile, 'source'>): string | null {
  const file = ts.createSourceFile('endpoint.ts', source, ts.ScriptTarget.Latest, true);
  let found: string | null = null;
  const visit = (node: ts.Node): void => {
    if (isCallOf(node, ['write', 'personWrite'])) {
      const [definition, options] = node.arguments;
      if (hasBefore(options)) found = definition?.getText() ?? null;
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

describe('what a write reads before its transaction', () => {
  it('is listed, endpoint by endpoint, with a reason', () => {
    expect(Object.keys(READ_BEFORE)).toEqual(endpointsWithStep());
  });

  it.each([
    [
      'a step',
      `export const endpoint = write(hostAdd, { needs: 'shop.edit', before: read }, body);`,
    ],
    [
      'the sales so far',
      `export const endpoint = write(hostAdd, { needs: 'sales.write', soFar: () => true }, body);`,
    ],
    [
      'a step of a person',
      `export const endpoint = personWrite(hostAdd, { before: async () => 1 }, body);`,
    ],
  ])('is found as %s', (_name, source) => {
    expect(readsBefore({ source })).toBe('hostAdd');
  });

  it('is not found where there is none', () => {
    const source = `export const endpoint = write(hostAdd, { needs: 'shop.edit' }, async ({ before }) => before);`;
    expect(readsBefore({ source })).toBeNull();
  });
});
