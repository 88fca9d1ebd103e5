/** Largest sum kept, in fen: beyond it a double is no longer exact. */
export const MAX_FEN = Number.MAX_SAFE_INTEGER;

/** Whether the amounts, in fen, add up to an exact sum within ±{@link MAX_FEN}. */
export function sumFits(...amountsFen: readonly number[]): boolean {
  let sum = 0;
  for (const fen of amountsFen) {
    sum += fen;
    // An inexact partial sum is always beyond the limit, so it is found here.
    if (!Number.isSafeInteger(sum)) return false;
  }
  return true;
}

/** A sum in fen, or the reason why there is none. */
export type FenSum = { ok: true; fen: number } | { ok: false; reason: 'too_large' };

/** Adds two amounts in fen exactly, or answers that the sum is too large. */
export function addFen(a: number, b: number): FenSum {
  return sumFits(a, b) ? { ok: true, fen: a + b } : { ok: false, reason: 'too_large' };
}
