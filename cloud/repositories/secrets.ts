import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';

/**
 * The variable of the functions' environment with the keys, `<id>:<64 hexadecimal digits>` each and
 * commas between them. The first one is in use; further ones open what was closed with them.
 */
export const SECRET_KEYS = 'HUADU_SECRET_KEYS';

const KEY = /^([a-z0-9]{1,16}):([0-9a-f]{64})$/;
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface SecretKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Whether a text can be the value of {@link SECRET_KEYS}: `npm run deploy` refuses others. */
export function areSecretKeys(text: string): boolean {
  return text.split(',').every((part) => KEY.test(part.trim()));
}

/** What is in the environment's variable. @throws Error. */
function parseSecretKeys(text: string | undefined): readonly [SecretKey, ...SecretKey[]] {
  const keys = (text ?? '').split(',').map((part) => {
    const [, id, hex] = KEY.exec(part.trim()) ?? [];
    if (id === undefined || hex === undefined) {
      throw new Error(`${SECRET_KEYS} is not set, or not <id>:<64 hexadecimal digits>`);
    }
    return { id, key: Buffer.from(hex, 'hex') };
  });
  const [first, ...others] = keys;
  if (first === undefined) throw new Error(`${SECRET_KEYS} is empty`);
  return [first, ...others];
}

/** The id of the key that is in use. */
export function currentKeyId(): string {
  return parseSecretKeys(process.env[SECRET_KEYS])[0].id;
}

function keyOf(id: string): Buffer {
  const found = parseSecretKeys(process.env[SECRET_KEYS]).find((key) => key.id === id);
  if (found === undefined) throw new Error(`${SECRET_KEYS} has no key ${id}`);
  return found.key;
}

/** A key for one purpose, so that no key serves two. */
function derived(id: string, purpose: string): Buffer {
  return createHmac('sha256', keyOf(id)).update(purpose).digest();
}

/** 32 bytes that only the environment can make of a text: the same text gives the same ones. */
export function signed(text: string, purpose: string, keyId: string): Buffer {
  return createHmac('sha256', derived(keyId, purpose)).update(text).digest();
}

/**
 * Encrypts a text of a store (AES-256-GCM): `<key id>.<base64>`. The nonce is made of store and text,
 * so that a repeat and a migration write the same; only equal texts of one store look equal.
 */
export function sealText(shopId: string, text: string): string {
  const id = currentKeyId();
  const iv = signed(`${shopId}\n${text}`, 'nonce', id).subarray(0, IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', derived(id, 'contact'), iv).setAAD(
    Buffer.from(shopId),
  );
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')}`;
}

/** The text that was encrypted for a store. @throws Error when key, store or bytes are others. */
export function openText(shopId: string, sealed: string): string {
  const dot = sealed.indexOf('.');
  const bytes = Buffer.from(sealed.slice(dot + 1), 'base64');
  const iv = bytes.subarray(0, IV_BYTES);
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  const key = derived(sealed.slice(0, dot), 'contact');
  const decipher = createDecipheriv('aes-256-gcm', key, iv)
    .setAAD(Buffer.from(shopId))
    .setAuthTag(tag);
  const text = Buffer.concat([
    decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)),
    decipher.final(),
  ]);
  return text.toString('utf8');
}
