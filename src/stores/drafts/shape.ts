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

function entriesOf(shape: Shape): Readonly<Record<string, Shape>> | null {
  if (shape.type === 'strict_object') return shape.entries ?? null;
  if (shape.type !== 'variant') return null;
  return Object.assign({}, ...(shape.options ?? []).map(({ entries }) => entries)) as Record<
    string,
    Shape
  >;
}

function isTypedLeaf(shape: Shape, value: unknown): boolean {
  if (value === null) return true;
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

function hasShape(schema: Shape, value: unknown): boolean {
  const shape = schema.wrapped ?? schema;
  if (shape.type === 'array') {
    const { item } = shape;
    return Array.isArray(value) && item !== undefined && value.every((one) => hasShape(item, one));
  }
  const entries = entriesOf(shape);
  if (entries === null) return isTypedLeaf(shape, value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const names = Object.keys(entries);
  return (
    fields.size === names.length &&
    Object.entries(entries).every(
      ([name, entry]) => fields.has(name) && hasShape(entry, fields.get(name)),
    )
  );
}

/**
 * Whether a value has the names, nesting and kinds of value of an input of `schema` that is being
 * typed. What was kept on the device by a program with another form has not.
 */
export function hasTypedShape(schema: v.GenericSchema, value: unknown): boolean {
  return hasShape(schema, value);
}
