import { parseAmount, type AmountProblem } from '../../domain/money';

/**
 * A typed text that is not a number goes into validation as something the schema refuses with the
 * matching issue, so that one place, the contract, says what is wrong with every field.
 */
const REFUSED_AS: Readonly<Record<AmountProblem, unknown>> = {
  empty: undefined,
  not_a_number: '',
  negative: -1,
  too_precise: 0.5,
  too_large: Number.MAX_VALUE,
};

/** Fen of a typed amount (`12.5万`), or what the schema will refuse in its place. */
export function fenOf(text: string): unknown {
  const amount = parseAmount(text);
  return amount.ok ? amount.fen : REFUSED_AS[amount.reason];
}

/** The same, where an empty field means "not said". */
export const fenOrNull = (text: string): unknown => (text.trim() === '' ? null : fenOf(text));

const FEN_PER_YUAN = 100;

/** A typed number of people (`50.1万`, `501,200`), or what the schema will refuse in its place. */
export function countOf(text: string): unknown {
  const fen = fenOf(text);
  // Amounts are read in hundredths; a part of a person is left for the schema to refuse.
  return typeof fen === 'number' && fen !== Number.MAX_VALUE && fen > 0 ? fen / FEN_PER_YUAN : fen;
}

/** The text without spaces at its ends; null when nothing is left. */
export function textOrNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
