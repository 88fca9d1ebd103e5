import type { InputOf, WriteName } from '../../contract/endpoints';

type KeyOf<T> = T extends unknown ? keyof T : never;
type ValueOf<T, K> = T extends unknown ? (K extends keyof T ? T[K] : never) : never;

type TypedLeaf<T> = T extends number
  ? number | string
  : T extends boolean
    ? boolean
    : T extends string
      ? string extends T
        ? string
        : T | null
      : T;

/**
 * An input while it is being filled in, with the names and nesting of the input: a number may be
 * the text that was typed, a choice is null until it is made, a consent may be refused. An object
 * that may be null is always there, and one of several shapes has the fields of all, so that
 * choosing another shape loses nothing.
 */
export type Typed<T> = [Extract<T, object>] extends [never]
  ? TypedLeaf<T>
  : Extract<T, object> extends readonly (infer Item)[]
    ? Typed<Item>[]
    : { [K in KeyOf<Extract<T, object>>]: Typed<ValueOf<Extract<T, object>, K>> };

type IsUnion<T, Whole = T> = T extends unknown ? ([Whole] extends [T] ? false : true) : never;

type UncheckedPart<T> = T extends number
  ? unknown
  : T extends boolean
    ? boolean
    : T extends readonly (infer Item)[]
      ? Unchecked<Item>[]
      : T extends object
        ? { [K in keyof T]: Unchecked<T[K]> }
        : T;

/**
 * An input before it is validated: it has the shape of the input, but numbers may be anything and
 * choices may be missing.
 */
export type Unchecked<T> = [T] extends [string]
  ? IsUnion<T> extends true
    ? T | null
    : T
  : UncheckedPart<T>;

type PathIn<T> = T extends readonly (infer Item)[]
  ? `${number}` | `${number}.${PathIn<Item>}`
  : T extends object
    ? { [K in keyof T & string]: K | `${K}.${PathIn<T[K]>}` }[keyof T & string]
    : never;

/** The fields of the form that writes to endpoint `N`. */
export type FieldsOf<N extends WriteName> = Typed<InputOf<N>>;

/** The dotted path of a field of endpoint `N`, as issues name it. */
export type PathOf<N extends WriteName> = PathIn<InputOf<N>>;

/** A change of some fields, at any depth; a list is changed as a whole. */
export type Change<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: Change<T[K]> }
    : T;

type Group = Record<string, unknown>;

function isGroup(value: unknown): value is Group {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values hold the same fields. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function changedGroup(fields: Group, change: Group): Group {
  const next = { ...fields };
  for (const [name, value] of Object.entries(change)) {
    const before = fields[name];
    next[name] = isGroup(before) && isGroup(value) ? changedGroup(before, value) : value;
  }
  return next;
}

/** The fields with a change in them. */
export function changed<Fields extends object>(fields: Fields, change: Change<Fields>): Fields {
  return changedGroup(fields as Group, change as Group) as Fields;
}

function isGroupUntouched(change: Group, typed: Group, base: Group): boolean {
  return Object.entries(change).every(([name, value]) => {
    const [mine, before] = [typed[name], base[name]];
    return isGroup(value) && isGroup(mine) && isGroup(before)
      ? isGroupUntouched(value, mine, before)
      : isSame(mine, before);
  });
}

/** Whether none of the fields that a change names differs between `typed` and `base`. */
export function isUntouched<Fields extends object>(
  change: Change<Fields>,
  typed: Fields,
  base: Fields,
): boolean {
  return isGroupUntouched(change as Group, typed as Group, base as Group);
}

function rebasedGroup(fresh: Group, typed: Group, base: Group): Group {
  const next = { ...fresh };
  for (const name of Object.keys(fresh)) {
    const [value, mine, before] = [fresh[name], typed[name], base[name]];
    if (isGroup(value) && isGroup(mine) && isGroup(before)) {
      next[name] = rebasedGroup(value, mine, before);
    } else if (!isSame(mine, before)) next[name] = mine;
  }
  return next;
}

/** Newer fields, with each one that differs between `typed` and `base` as it was typed. */
export function rebased<Fields extends object>(fresh: Fields, typed: Fields, base: Fields): Fields {
  return rebasedGroup(fresh as Group, typed as Group, base as Group) as Fields;
}
