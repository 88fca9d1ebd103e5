import type * as v from 'valibot';

/** The parts of a schema that say what shape its value has while it is being typed. */
interface Shape {
  type: string;
  wrapped?: Shape;
  item?: Shape;
  entries?: Readonly<Record<string, Shape>>;
  options?: readonly Shape[];
  literal?: unknown;
}

/** The fields of an object, or of all objects of a variant. */
function entriesOf({ type, entries, options }: Shape): Readonly<Record<string, Shape>> | null {
  if (type === 'strict_object') return entries ?? null;
  if (type !== 'variant') return null;
  const all: Record<string, Shape> = {};
  for (const option of options ?? []) Object.assign(all, option.entries);
  return all;
}

function isTypedLeaf(shape: Shape, value: unknown): boolean {
  switch (shape.type) {
    case 'number':
      return typeof value === 'number' || typeof value === 'string';
    case 'boolean':
      return typeof value === 'boolean';
    case 'literal':
      return typeof value === typeof shape.literal;
    case 'union':
      return (shape.options ?? []).some((option) => isTypedLeaf(option, value));
    default:
      return typeof value === 'string';
  }
}

/** A shape without what says that it may be null or absent. */
function unwrapped(schema: Shape): { shape: Shape; isNullable: boolean } {
  let shape = schema;
  let isNullable = false;
  while (shape.wrapped !== undefined) {
    isNullable ||= shape.type === 'nullable';
    shape = shape.wrapped;
  }
  return { shape, isNullable };
}

function hasShape(schema: Shape, value: unknown): boolean {
  const { shape, isNullable } = unwrapped(schema);
  if (shape.type === 'array') {
    const { item } = shape;
    return (
      Array.isArray(value) &&
      item !== undefined &&
      value.every((element) => hasShape(item, element))
    );
  }
  const entries = entriesOf(shape);
  if (entries === null && value === null) {
    return isNullable || shape.type === 'picklist';
  }
  if (entries === null) return isTypedLeaf(shape, value);
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const names = Object.keys(entries);
  return (
    fields.size === names.length &&
    Object.entries(entries).every(([name, entry]) => hasShape(entry, fields.get(name)))
  );
}

/**
 * Whether a value has the names, nesting and kinds of value of an input of `schema` that is being
 * typed. What was kept on the device by a program with another form has not.
 */
export function hasTypedShape(schema: v.GenericSchema, value: unknown): boolean {
  return hasShape(schema, value);
}
