const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const LENGTH = 22;

// Older WeChat engines have no `crypto`. The key only has to be unique, it is no secret: the cloud
// keeps it by person.
function randomBytes(): ArrayLike<number> {
  return typeof crypto !== 'undefined' && typeof crypto.getRandomValues === 'function'
    ? crypto.getRandomValues(new Uint8Array(LENGTH))
    : Array.from({ length: LENGTH }, () => Math.floor(Math.random() * 256));
}

/** A new key for one intended write: 22 characters of `[A-Za-z0-9_-]`, 132 random bits. */
export function newRequestKey(): string {
  return Array.from(randomBytes(), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
}
