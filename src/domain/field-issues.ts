/** What can be wrong with one field of an input, as a closed set; worded per language. */
export const FIELD_ISSUES = [
  'required',
  'wrong_type',
  'too_short',
  'too_long',
  'bad_format',
  'not_a_choice',
  'unknown_field',
  'negative',
  'fractional',
  'too_large',
  'too_small',
  'end_before_start',
  'too_far_apart',
  'in_the_past',
  'in_the_future',
  'too_many',
  'not_in_store',
  'consent_needed',
  'control_characters',
] as const;

/** One of {@link FIELD_ISSUES}. */
export type FieldIssue = (typeof FIELD_ISSUES)[number];

/** Dotted path of a field (`disclosure.address`, `teasers.0.name`) and what is wrong with it. */
export type FieldIssues = Record<string, FieldIssue>;
