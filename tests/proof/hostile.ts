// Hostile values, and what the schemas forbid: read from the schemas' own structure and judged here, by
// another interpreter than the one that checks inputs in the cloud.
import type { Dice } from '../histories/dice';

interface Action {
  readonly kind?: string;
  readonly type: string;
  readonly requirement?: unknown;
}

interface Schema {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly wrapped?: Schema;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly key?: string;
  readonly pipe?: readonly (Schema & Action)[];
}

/** Characters that no text may contain: without a width, turning its direction, filling. */
const FORBIDDEN = [0x0, 0xad, 0x34f, 0x200b, 0x202e, 0x2060, 0x2800, 0x3164, 0xe0001] as const;

/** Whether a text has one of these, or half a character. */
function isForbiddenText(value: string): boolean {
  return Array.from(value.trim()).some((character) => {
    const point = character.codePointAt(0) ?? 0;
    return FORBIDDEN.some((each) => each === point) || (point >= 0xd800 && point <= 0xdfff);
  });
}

/** Whether a step of a pipe forbids a value; `null`: it changes the value, and what follows is unknown. */
function stepForbids({ type, requirement }: Action, value: unknown): boolean | null {
  const length = typeof value === 'string' || Array.isArray(value) ? value.length : 0;
  switch (type) {
    case 'min_value':
      return Number(value) < Number(requirement);
    case 'max_value':
      return Number(value) > Number(requirement);
    case 'integer':
      return !Number.isInteger(value);
    case 'min_length':
      return length < Number(requirement);
    case 'max_length':
      return length > Number(requirement);
    case 'regex':
      return !new RegExp(requirement as RegExp).test(String(value));
    case 'trim':
    case 'transform':
      return null;
    default:
      return false;
  }
}

function typeForbids(schema: Schema, value: unknown): boolean {
  switch (schema.type) {
    case 'string':
      return typeof value !== 'string' || isForbiddenText(value);
    case 'number':
      return typeof value !== 'number' || !Number.isFinite(value);
    case 'boolean':
      return typeof value !== 'boolean';
    case 'literal':
      return value !== schema.literal;
    case 'picklist':
      return !(schema.options ?? []).includes(value);
    case 'array':
      return !Array.isArray(value) || value.some((item) => forbids(schema.item, item));
    case 'strict_object':
      return objectForbids(schema.entries ?? {}, value);
    case 'variant':
      return (schema.options as readonly Schema[]).every((option) => forbids(option, value));
    default:
      return false;
  }
}

function objectForbids(entries: Readonly<Record<string, Schema>>, value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return true;
  if (Object.keys(value).some((key) => !Object.hasOwn(entries, key))) return true;
  return Object.entries(entries).some(([key, schema]) => {
    const isThere = Object.hasOwn(value, key);
    if (!isThere) return schema.type !== 'optional';
    return forbids(schema, (value as Record<string, unknown>)[key]);
  });
}

/** Whether a schema surely forbids a value; what only its own code can tell counts as allowed. */
export function forbids(schema: Schema | undefined, value: unknown): boolean {
  if (schema === undefined) return false;
  if (schema.type === 'nullable' || schema.type === 'nullish' || schema.type === 'optional') {
    const isNone = schema.type === 'optional' ? value === undefined : value === null;
    return !isNone && forbids(schema.wrapped, value);
  }
  if (typeForbids(schema, value)) return true;
  for (const step of (schema.pipe ?? []).slice(1)) {
    const isForbidden = stepForbids(step, value);
    if (isForbidden === null) return false;
    if (isForbidden) return true;
  }
  return false;
}

const LENGTHS = [0, 1, 12, 19, 20, 21, 39, 40, 41, 60, 61, 120, 121, 200, 201, 500, 501, 9000];
const NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.5,
  7,
  8,
  1439,
  1441,
  1e6,
  1e6 + 1,
  1e13,
  1e13 + 1,
  2 ** 53 - 1,
  2 ** 53,
  1e300,
  -1e300,
  1999,
  2100,
  2101,
];
const TEXTS = [
  '',
  ' ',
  '\u3000',
  'null',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '{"$gt":""}',
  "'; DROP TABLE shops; --",
  '<script>alert(1)</script>',
  '𠮷野家',
  '👩‍👩‍👧‍👦',
  'مرحبا',
  'a\u200bb',
  'a\u2060b',
  'a\u00adb',
  'a\u034fb',
  'a\u3164b',
  'a\u2800b',
  'a\u{e0001}b',
  'a\u202eb',
  'a\ud842',
  '\udfb7a',
  'a\u0000b',
  'e\u0301'.repeat(20),
];
const DATES = [
  '0000-01-01',
  '1970-01-01',
  '2019-12-31',
  '2020-01-01',
  '2026-02-29',
  '2026-11-24',
  '2026-11-25',
  '9999-12-31',
  '2026-13',
  '2026-11',
  '2026-11-24T02:00:00.000Z',
  '2026-11-24T02:00:00Z',
  '2026-11-24T24:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '-000001-01-01T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
];

function deep(levels: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Any hostile value. */
function hostileValue(dice: Dice): unknown {
  const kinds = { number: 4, text: 6, long: 3, date: 4, type: 3, operator: 1, deep: 1, list: 1 };
  switch (dice.weighted(kinds)) {
    case 'number':
      return dice.pick(NUMBERS);
    case 'text':
      return dice.pick(TEXTS);
    case 'long':
      return dice.pick(['a', '中', '𠮷', ' ', '0']).repeat(dice.pick(LENGTHS));
    case 'date':
      return dice.pick(DATES);
    case 'type':
      return dice.pick([null, true, false, [], {}, [[]], [null], { length: 1 }]);
    case 'operator':
      return dice.pick([{ $gt: '' }, { $ne: null }, { $where: '1' }, { $inc: 1 }, [{ $gt: '' }]]);
    case 'deep':
      return deep(dice.pick([5, 100, 1000]));
    case 'list':
      return Array.from({ length: dice.pick([11, 21, 101, 1001]) }, () =>
        dice.pick([1, 'a', null]),
      );
  }
}

/** Keys that an object has by itself. */
const OWN_WORDS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'isAdmin', '$set', ''];

/** The paths of all fields of an input. */
function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const inner = Object.entries(value).flatMap(([key, child]) => pathsIn(child, [...path, key]));
  return path.length === 0 ? inner : [[...path], ...inner];
}

/** An input with one field that is hostile, missing, or not known. */
export function hostileInput(dice: Dice, ordinary: object): unknown {
  if (dice.chance(0.02)) return hostileValue(dice);
  const input = structuredClone(ordinary) as Record<string, unknown>;
  const paths = pathsIn(input);
  const path = paths.length > 0 ? dice.pick(paths) : [];
  const last = path.at(-1);
  let holder = input;
  for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
  const kinds = { value: 8, missing: 1, unknown: 1.5 };
  switch (dice.weighted(kinds)) {
    case 'value':
      if (last !== undefined) holder[last] = hostileValue(dice);
      break;
    case 'missing':
      if (last !== undefined) Reflect.deleteProperty(holder, last);
      break;
    case 'unknown':
      if (!Array.isArray(holder)) {
        const key = dice.pick(OWN_WORDS);
        const value = hostileValue(dice);
        Object.defineProperty(holder, key, { value, enumerable: true, configurable: true });
      }
  }
  return input;
}
