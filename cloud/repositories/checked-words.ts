import { invalidInput } from '../../src/contract/failure';
import type { FieldIssues } from '../../src/domain/field-issues';
import {
  releasedTexts,
  textsAt,
  type WaitingText,
  type WordsOf,
  type WordsOutcomes,
  type WordsState,
} from '../../src/domain/words/waiting';
import { checkMessage, MAX_CHECKED_LENGTH, type Verdict } from '../database/message-check';

/** What a check of the words of a write found. */
export interface CheckedWords {
  /** How the texts stand: others must not see yet those that are not released. */
  held: WordsOutcomes;
  /** Those of them that a verifier is asked about, by the field of the input. */
  asked: ReadonlyMap<string, string>;
  /** Whether the service was asked. */
  isChecked: boolean;
}

/** A document that the words of a write belong to, or stand beside. */
export type KnownWords = readonly [
  kind: WordsOf,
  doc: { readonly waiting: readonly WaitingText[] },
];

type Texts = readonly (readonly [field: string, text: string])[];

/** Texts in as few parts as the service takes. */
function inParts(texts: Texts): Texts[] {
  const parts: { texts: Texts[number][]; length: number }[] = [];
  for (const entry of texts) {
    // A line break between two texts.
    const length = Array.from(entry[1]).length + 1;
    const last = parts[parts.length - 1];
    if (last !== undefined && last.length + length <= MAX_CHECKED_LENGTH) {
      last.texts.push(entry);
      last.length += length;
    } else parts.push({ texts: [entry], length });
  }
  return parts.map((part) => part.texts);
}

/** Those of some texts that a verdict is about: all of them where it does not tell. */
function concerned(texts: Texts, { keywords }: Verdict): Texts {
  if (keywords === null || keywords.length === 0) return texts;
  const found = texts.filter(([, text]) => keywords.some((keyword) => text.includes(keyword)));
  return found.length === 0 ? texts : found;
}

/** A text that does not pass, with the field it stands in. */
interface Held {
  field: string;
  text: string;
  state: WordsState;
}

/** How some texts stand after a check; those that pass are left out. One openapi call, more for long texts. */
export async function heldOf(person: string, texts: Texts): Promise<Held[]> {
  const checked = inParts(texts).map(async (part) => {
    const verdict = await checkMessage(person, part.map(([, text]) => text).join('\n'));
    if (verdict?.suggest === 'pass') return [];
    const state: WordsState =
      verdict === null ? 'unchecked' : verdict.suggest === 'risky' ? 'refused' : 'waiting';
    const about = verdict === null ? part : concerned(part, verdict);
    return about.map(([field, text]) => ({ field, text, state }));
  });
  return (await Promise.all(checked)).flat();
}

/**
 * Checks the words of a write that others will see, as far as they are new: what is released already,
 * and what a verifier has or had to decide, is not sent again.
 * @param fields of the input, with `*` for every place of a list.
 * @throws Failure `invalid_input` that names the fields with words that are not allowed.
 */
export async function checkWords(
  { input, person }: { input: unknown; person: string },
  fields: readonly string[],
  known: readonly KnownWords[],
): Promise<CheckedWords> {
  const released = new Set(known.flatMap(([kind, doc]) => releasedTexts(kind, doc)));
  const decided = new Map(
    known
      .flatMap(([, { waiting }]) => waiting)
      .flatMap(({ text, state }) => (state === 'unchecked' ? [] : [[text, state] as const])),
  );
  const texts = [...textsAt(input, fields)].filter(([, text]) => !released.has(text));
  const held = new Map<string, 'released' | WordsState>();
  for (const [, text] of texts) {
    const state = decided.get(text);
    if (state !== undefined) held.set(text, state);
  }
  const fresh = texts.filter(([, text]) => !decided.has(text));
  const found = fresh.length === 0 ? [] : await heldOf(person, fresh);
  const risky: FieldIssues = {};
  for (const { field, state } of found) if (state === 'refused') risky[field] = 'risky_words';
  if (Object.keys(risky).length > 0) throw invalidInput(risky);
  for (const [, text] of fresh) held.set(text, 'released');
  for (const { text, state } of found) held.set(text, state);
  const asked = new Map(found.map(({ field, text }) => [field, text]));
  return { held, asked, isChecked: fresh.length > 0 };
}

/** The words of a write that has none that others see. */
export const NO_WORDS: CheckedWords = { held: new Map(), asked: new Map(), isChecked: false };
