import { DEFINITIONS } from '../../tests/testkit/endpoints';

/** The names of all fields below a schema of valibot. */
function namesIn(schema: unknown, found: Set<string>, seen = new Set<unknown>()): Set<string> {
  if (typeof schema !== 'object' || schema === null || seen.has(schema)) return found;
  seen.add(schema);
  const { entries } = schema as { entries?: unknown };
  if (typeof entries === 'object' && entries !== null) {
    for (const name of Object.keys(entries)) found.add(name);
  }
  for (const part of Object.values(schema)) namesIn(part, found, seen);
  return found;
}

/** The fields that writes take: what people type, and what the program adds. */
export function typedFields(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { kind, input } of Object.values(DEFINITIONS)) {
    if (kind === 'write') namesIn(input, found);
  }
  return found;
}
