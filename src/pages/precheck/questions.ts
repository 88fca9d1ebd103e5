import { parseAmount, type AmountProblem } from '../../domain/money';
import type { LineOfBusiness } from '../../domain/shop/shop';

/** What the check asks beside the line of business. */
export type Question = 'netFen' | 'followers' | 'paidInCapitalFen' | 'operatingRevenueFen';

/** Typed answers; null is "I do not know". */
export type Answers = Readonly<Record<Question, string | null>>;

/** Nothing typed yet. */
export const NO_ANSWERS: Answers = {
  netFen: '',
  followers: '',
  paidInCapitalFen: '',
  operatingRevenueFen: '',
};

const ASKED: Record<LineOfBusiness, readonly Question[]> = {
  streamer: ['netFen', 'followers'],
  mcn: ['netFen', 'followers', 'paidInCapitalFen', 'operatingRevenueFen'],
  platform: ['netFen', 'followers', 'paidInCapitalFen', 'operatingRevenueFen'],
  brokerage: ['netFen', 'followers', 'paidInCapitalFen', 'operatingRevenueFen'],
  brand_or_shop: ['netFen', 'followers', 'operatingRevenueFen'],
};

/** The figures that some award for this line of business looks at. */
export const questionsFor = (line: LineOfBusiness): readonly Question[] => ASKED[line];

const FEN_PER_YUAN = 100;

/** Why a typed answer is no number; an empty field is not an answer, "I do not know" is. */
export type AnswerProblem = AmountProblem | 'not_filled';

/** A typed answer as a number, null for "I do not know", or why it is none. */
export function readAnswer(
  question: Question,
  text: string | null,
): { ok: true; value: number | null } | { ok: false; reason: AnswerProblem } {
  if (text === null) return { ok: true, value: null };
  if (text.trim() === '') return { ok: false, reason: 'not_filled' };
  const amount = parseAmount(text);
  if (!amount.ok) return amount;
  if (question !== 'followers') return { ok: true, value: amount.fen };
  const people = amount.fen / FEN_PER_YUAN;
  return Number.isInteger(people)
    ? { ok: true, value: people }
    : { ok: false, reason: 'too_precise' };
}
