/** The closed set of problems of one field of an input; each has words in every language. */
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
  'too_early',
  'too_far_ahead',
  'too_far_apart',
  'in_the_past',
  'in_the_future',
  'outside_session',
  'too_many',
  'not_in_store',
  'consent_needed',
  'control_characters',
  'invisible_characters',
  'direction_characters',
  'broken_characters',
  'identity_number',
  'public_body',
  'repeated',
  'retired',
  'fixed_on_air',
  'risky_words',
  'under_review',
] as const;

/** One of {@link FIELD_ISSUES}. */
export type FieldIssue = (typeof FIELD_ISSUES)[number];

/** Problems by the dotted path of their field (`disclosure.address`, `teasers.0.name`). */
export type FieldIssues = Record<string, FieldIssue>;
