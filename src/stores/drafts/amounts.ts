import { type AmountProblem, parseAmount } from '../../domain/money';

/** A number in a form: the typed text, or the number itself when it is not typed. */
export type TypedNumber = number | string;

/**
 * A text that is not a number is validated as a value that the schema refuses with the matching
 * issue, so that one place, the contract, names the issue of every field.
 */
const REFUSED_AS: Readonly<Record<AmountProblem, unknown>> = {
  empty: undefined,
  not_a_number: '',
  negative: -1,
  too_precise: 0.5,
  too_large: Number.MAX_VALUE,
};

const FEN_PER_YUAN = 100;

/** Fen of a typed amount (`12.5万`), or a value in its place that the schema refuses. */
export function fenOf(typed: TypedNumber): unknown {
  if (typeof typed === 'number') return typed;
  const amount = parseAmount(typed);
  return amount.ok ? amount.fen : REFUSED_AS[amount.reason];
}

/** As {@link fenOf}, where an empty field means that no amount is given. */
export function fenOrNull(typed: TypedNumber | null): unknown {
  return typed === null || isBlank(typed) ? null : fenOf(typed);
}

/** A typed number of people (`50.1万`, `501,200`), or a value that the schema refuses. */
export function countOf(typed: TypedNumber): unknown {
  if (typeof typed === 'number') return typed;
  const fen = fenOf(typed);
  // Amounts are read in hundredths; a part of a person is left for the schema to refuse.
  return typeof fen === 'number' && fen !== Number.MAX_VALUE && fen > 0 ? fen / FEN_PER_YUAN : fen;
}

/** Fen of the amount as far as it is typed; null while it is not an amount. */
export function typedFen(typed: TypedNumber): number | null {
  if (typeof typed === 'number') return typed;
  const amount = parseAmount(typed);
  return amount.ok ? amount.fen : null;
}

/** Whether nothing is typed. */
export function isBlank(typed: TypedNumber): boolean {
  return String(typed).trim() === '';
}

/** The text without spaces at its ends; null when nothing is left. */
export function textOrNull(text: string | null): string | null {
  return text?.trim() || null;
}

/** An amount as it would be typed: `83200.5`. */
export function yuanText(fen: number): string {
  const yuan = String(Math.trunc(fen / FEN_PER_YUAN));
  const rest = fen % FEN_PER_YUAN;
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0').replace(/0$/, '')}`;
}
