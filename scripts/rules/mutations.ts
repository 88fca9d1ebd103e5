/** A rule set with one number moved by one, or one comparator exchanged. */
export interface Mutation {
  /** The path of the value and what became of it. */
  readonly name: string;
  readonly json: unknown;
}

/** What is not a value of a rule set: its version, and the examples that test it. */
const NOT_RULES = ['version', 'examples'];

/** Every number of a rule set one smallest unit lower and higher, and every comparator exchanged. */
export function* mutationsOf(json: object): Generator<Mutation> {
  for (const path of leavesOf(json)) {
    if (NOT_RULES.includes(String(path[0]))) continue;
    const value = path.reduce<unknown>((node, key) => (node as Loose)[key], json);
    for (const other of othersOf(value)) {
      const copy = structuredClone(json) as Loose;
      const parent = path.slice(0, -1).reduce<Loose>((node, key) => node[key] as Loose, copy);
      parent[path[path.length - 1] ?? ''] = other;
      yield { name: `${path.join('.')}: ${String(value)} → ${String(other)}`, json: copy };
    }
  }
}

type Loose = Record<string | number, unknown>;
type Path = readonly (string | number)[];

function* leavesOf(node: unknown, path: Path = []): Generator<Path> {
  if (typeof node !== 'object' || node === null) {
    yield path;
    return;
  }
  for (const [key, child] of Object.entries(node)) yield* leavesOf(child, [...path, key]);
}

function othersOf(value: unknown): unknown[] {
  if (typeof value === 'number') return [value - 1, value + 1];
  if (value === 'more_than') return ['at_least'];
  return value === 'at_least' ? ['more_than'] : [];
}
