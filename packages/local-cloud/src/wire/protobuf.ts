// The two messages of wx-server-sdk's openapi calls, as far as they are used: fields with a length,
// and whole numbers. See `CommApiData` and `CommOpenApiResp` in the SDK.

interface Field {
  readonly id: number;
  readonly bytes: Buffer;
}

function readVarint(bytes: Buffer, at: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let next = at; next < bytes.length; next += 1) {
    const byte = bytes[next] ?? 0;
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte < 0x80) return { value, next: next + 1 };
  }
  throw new RangeError('a number goes on behind the end');
}

/** The fields of a message that have a length. */
function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = readVarint(bytes, at);
    const size = readVarint(bytes, tag.next);
    const isSized = tag.value % 8 === 2;
    at = size.next + (isSized ? size.value : 0);
    if (isSized) fields.push({ id: tag.value >> 3, bytes: bytes.subarray(size.next, at) });
  }
  return fields;
}

function first(fields: readonly Field[], id: number): Buffer {
  return fields.find((field) => field.id === id)?.bytes ?? Buffer.alloc(0);
}

const OPENAPI_DATA = 2;
const PAIR = 1;

/** The parameters of an openapi call, each a JSON value. */
export function readApiData(bytes: Buffer): Record<string, unknown> {
  const pairs = fieldsOf(first(fieldsOf(bytes), OPENAPI_DATA)).filter(({ id }) => id === PAIR);
  return Object.fromEntries(
    pairs.map((pair) => {
      const fields = fieldsOf(pair.bytes);
      const value: unknown = JSON.parse(first(fields, 2).toString('utf8'));
      return [first(fields, 1).toString('utf8'), value];
    }),
  );
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}

function sized(id: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint(BigInt(id * 8 + 2)), varint(BigInt(bytes.length)), bytes]);
}

/** An answer of WeChat in JSON. */
export function apiAnswer(answer: object): Buffer {
  const json = Buffer.from(JSON.stringify(answer));
  return Buffer.concat([sized(1, json), sized(2, Buffer.from('application/json'))]);
}

/** The refusal of a call before WeChat's service had it, such as −604101. */
export function apiRefusal(errorCode: number): Buffer {
  return Buffer.concat([varint(3n * 8n), varint(BigInt(errorCode))]);
}
