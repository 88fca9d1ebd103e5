import type { Endpoint, Output } from '../../src/contract/endpoint';
import { invalidInput } from '../../src/contract/failure';
import { hashOf } from '../repositories/ids';

const TAG_LENGTH = 8;

/** What is paged, in short: the endpoint and its input without the cursor. */
function tagOf(name: string, input: object): string {
  return hashOf([name, { ...input, cursor: null }]).slice(0, TAG_LENGTH);
}

/** A place in what `input` pages, as a cursor that leads nowhere else; null at the end. */
export function bindCursor(name: string, input: object, place: string | null): string | null {
  return place === null ? null : `${tagOf(name, input)}${place}`;
}

/** The place of a cursor. @throws Failure `invalid_input` when it was given for something else. */
function placeOf(name: string, input: object, cursor: string): string {
  if (!cursor.startsWith(tagOf(name, input))) throw invalidInput({ cursor: 'bad_format' });
  return cursor.slice(TAG_LENGTH);
}

function hasCursor(value: unknown): value is { cursor: string | null } {
  return typeof value === 'object' && value !== null && 'cursor' in value;
}

/**
 * Reads a page so that its cursor is bound to what it pages: the body sees the place alone, and a
 * cursor of another list, store or filter is refused before anything is read.
 */
export async function readPage<E extends Endpoint, Call extends { input: unknown }>(
  { name }: E,
  call: Call,
  body: (call: Call) => Promise<Output<E>>,
): Promise<Output<E>> {
  const { input } = call;
  if (!hasCursor(input)) return body(call);
  const place = input.cursor === null ? null : placeOf(name, input, input.cursor);
  const page = await body({ ...call, input: { ...input, cursor: place } });
  return hasCursor(page) ? { ...page, cursor: bindCursor(name, input, page.cursor) } : page;
}
