import * as v from 'valibot';

import { FACT_KEY } from '../domain/incentive/facts';
import { isMetric } from '../domain/incentive/metrics';
import { MAX_FEN } from '../domain/money/amount';
import { isCreditCode, isIdentityNumber } from '../domain/shop/disclosure';
import { FIRST_DAY, FIRST_INSTANT, isChinaDay, isInstant, yearOf } from '../domain/time';
import { plainText } from '../domain/typed-text';
import { isVisible, textFault } from '../domain/visible-text';
import type { FieldIssue } from './errors';

/** The message of a check is its typed issue, so that no text has to be matched later. */
function issue(code: FieldIssue): FieldIssue {
  return code;
}

/** Counts characters as a person sees them (code points), not UTF-16 units. */
function countCharacters(value: string): number {
  return Array.from(value).length;
}

// C0 and C1 controls, and the "BOM"; line breaks are allowed where a text may have several lines.
// eslint-disable-next-line no-control-regex -- control characters are meant here
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufeff]/u;
const LINE_BREAKS = /[\n\r\t\u2028\u2029]/u;

/** @param isNeeded whether at least one character must be seen */
function text(max: number, { lines, isNeeded }: { lines: boolean; isNeeded: boolean }) {
  return v.pipe(
    v.string(issue('wrong_type')),
    v.trim(),
    v.check(
      (value) => textFault(value) === null,
      ({ input }) => issue(textFault(input) ?? 'wrong_type'),
    ),
    v.check((value) => !isNeeded || isVisible(value), issue('required')),
    v.check((value) => countCharacters(value) <= max, issue('too_long')),
    v.check(
      (value) => !CONTROLS.test(value) && (lines || !LINE_BREAKS.test(value)),
      issue('control_characters'),
    ),
  );
}

/** The longest name of a store, host, account or session: 40 characters. */
const MAX_NAME_LENGTH = 40;

/** One line of text, 1–40 characters; emoji, right-to-left and rare characters are plain text. */
export const nameField = text(MAX_NAME_LENGTH, { lines: false, isNeeded: true });

/** One line, 1–`max` characters. */
export function lineField(max: number) {
  return text(max, { lines: false, isNeeded: true });
}

/** Several lines, 0–`max` characters. */
export function paragraphField(max: number) {
  return text(max, { lines: true, isNeeded: false });
}

function wholeNumber(max: number) {
  return v.pipe(
    v.number(issue('wrong_type')),
    v.check((value) => Number.isInteger(value), issue('fractional')),
    v.minValue(0, issue('negative')),
    v.maxValue(max, issue('too_large')),
  );
}

/** An amount in integer fen, 0 to 2^53−1. */
export const fenField = wholeNumber(MAX_FEN);

/** A small number of things. */
export const countField = wholeNumber(1_000_000);

/** A number of people, 0 to 10 billion. */
export const peopleField = wholeNumber(10_000_000_000);

/** An ISO weekday, 1 is Monday. */
export const weekdayField = v.pipe(wholeNumber(7), v.minValue(1, issue('too_small')));

/** A China calendar year, from the one with which growth in the first year of records compares. */
export const yearField = v.pipe(
  wholeNumber(2100),
  v.minValue(yearOf(FIRST_DAY) - 1, issue('too_small')),
);

/** A year of business that comes in; how far ahead it may be, the domain decides. */
export const businessYearField = v.pipe(
  wholeNumber(2100),
  v.minValue(yearOf(FIRST_DAY), issue('too_early')),
);

/** An instant in UTC with milliseconds, `2026-11-23T12:00:00.000Z`. */
export const instantField = v.pipe(
  v.string(issue('wrong_type')),
  v.check(isInstant, issue('bad_format')),
);

/** An instant of business that comes in; how far ahead it may be, the domain decides. */
export const businessInstantField = v.pipe(
  instantField,
  v.check((instant) => instant >= FIRST_INSTANT, issue('too_early')),
);

/** A day in China time, `2026-11-23`. */
export const dayField = v.pipe(
  v.string(issue('wrong_type')),
  v.check(isChinaDay, issue('bad_format')),
);

/** A day of business that comes in; how far ahead it may be, the domain decides. */
export const businessDayField = v.pipe(
  dayField,
  v.check((day) => day >= FIRST_DAY, issue('too_early')),
);

/** A month in China time, `2026-11`. */
export const monthField = v.pipe(
  v.string(issue('wrong_type')),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, issue('bad_format')),
);

/** One of a closed list. */
export function choiceField<const Options extends readonly [string, ...string[]]>(
  options: Options,
) {
  return v.picklist(options, issue('not_a_choice'));
}

function idField(pattern: RegExp) {
  return v.pipe(v.string(issue('wrong_type')), v.regex(pattern, issue('bad_format')));
}

/** `s` and 12 letters or digits. Short, so that it fits a mini program code's 32 characters. */
export const shopIdField = idField(/^s[a-z0-9]{12}$/);

/**
 * Everything that belongs to a store carries the store's id in its own (`<shop>.h…`), so that
 * access is decided from the id alone, before anything is read.
 */
function childId(letter: string, maxLetters = 16) {
  return idField(new RegExp(`^s[a-z0-9]{12}\\.${letter}[a-z0-9]{4,${String(maxLetters)}}$`));
}

/** Host of a store: `<shop>.h…`. */
export const hostIdField = childId('h');
/** Platform account of a store: `<shop>.a…`. */
export const accountIdField = childId('a');
/** Live session of a store: `<shop>.l…`. */
export const liveSessionIdField = childId('l');
/** Series of sessions that were planned at once: `<shop>.q…`. */
export const seriesIdField = childId('q');
/** Sales entry of a store: `<shop>.e…`, with twelve letters more for a correction of it. */
export const entryIdField = childId('e', 24);
/** Declared fact of a store or host: `<shop>.d…`. */
export const declarationIdField = childId('d');

/**
 * Key of a fact or of a metric. Rule sets define which there are: the cloud checks a declared fact
 * against the published ones.
 */
export const factKeyField = v.pipe(
  v.string(issue('wrong_type')),
  v.regex(FACT_KEY, issue('not_a_choice')),
);
/** A metric: a fact's key, or a form of one. */
export const metricField = v.pipe(
  v.string(issue('wrong_type')),
  v.check(isMetric, issue('not_a_choice')),
);

/** Something of a store that is looked at by a verifier: `<shop>.v…`. */
export const reviewIdField = childId('v');

/** Correction made on air in a session of a store: `<shop>.c…`. */
export const correctionIdField = childId('c');

/** Mark in the console of a session, made on the device: unique within the session. */
export const markIdField = idField(/^[A-Za-z0-9_-]{8,22}$/);

/** Invitation to a store: `<shop>.i…`. */
export const invitationIdField = childId('i');
/** Person of a store, within the store. */
export const memberIdField = idField(/^m[0-9]{1,9}$/);

/** List of things to do, within its store. */
export const checklistIdField = idField(/^[a-z0-9_]{1,20}$/);
/** Item of such a list, within the list. */
export const checklistItemIdField = idField(/^[a-z0-9_]{1,40}$/);

/** Optimistic version of a document that people edit; starts at 1. */
export const versionField = wholeNumber(MAX_FEN);

/** Opaque place in a paged list; `null` for the first page. */
export const cursorField = v.nullable(
  v.pipe(v.string(issue('wrong_type')), v.maxLength(120, issue('too_long'))),
);

/**
 * A mainland mobile or landline number as typed: at least 5 digits, at most 20 characters with
 * spaces, `+` and `-`. Full-width characters and spaces of any width become plain ones.
 */
export const phoneField = v.pipe(
  v.string(issue('wrong_type')),
  v.transform(plainText),
  v.regex(/^\+?[\d -]{5,20}$/, issue('bad_format')),
  v.regex(/(?:\d[ -]*){5}/, issue('bad_format')),
);

/**
 * A unified social credit code: 18 digits and capital letters. A wrong check digit is warned of; the
 * number of an identity card is refused.
 */
export const creditCodeField = v.pipe(
  v.string(issue('wrong_type')),
  v.regex(/^[0-9A-Z]{18}$/, issue('bad_format')),
  v.check((code) => isCreditCode(code) || !isIdentityNumber(code), issue('identity_number')),
);

/** The id of an account of WeChat Channels: `sph` and letters or digits. */
export const finderUserNameField = v.pipe(
  v.string(issue('wrong_type')),
  v.trim(),
  v.regex(/^sph[A-Za-z0-9_-]{1,60}$/, issue('bad_format')),
);

/** The client's key for one intended write. */
export const requestKeyField = v.pipe(
  v.string(issue('wrong_type')),
  v.regex(/^[A-Za-z0-9_-]{8,64}$/, issue('bad_format')),
);

/** An object whose fields are exactly these; anything else is refused by name. */
export function exactly<Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries);
}

/** Which words of something others do not see, by the path of their field, and whether they may change. */
export const waitingField = v.array(
  exactly({
    field: lineField(MAX_NAME_LENGTH),
    /** Under review, or refused: then they have to be changed. */
    state: choiceField(['waiting', 'refused']),
    /** What others see in its place. */
    shown: v.nullable(v.string(issue('wrong_type'))),
  }),
);

/** A consent that must be given: only true is accepted. */
export const consentField = v.literal(true, issue('consent_needed'));

/** Yes or no. */
export const flagField = v.boolean(issue('wrong_type'));
