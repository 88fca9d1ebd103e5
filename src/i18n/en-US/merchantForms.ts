import type { merchantForms as zh } from '../zh-CN/merchantForms';

/** What stands in forms, in English. */
export const merchantForms: typeof zh = {
  field: {
    required: 'Fill this in',
    wrong_type: 'Wrong kind of value: fill it in again',
    too_short: 'Too short: write it in full',
    too_long: 'Too long: make it shorter',
    bad_format: 'The format is wrong: check it',
    not_a_choice: 'Choose one of the options',
    unknown_field: 'This cannot be filled in',
    negative: 'Cannot be negative',
    fractional: 'At most two decimals',
    too_large: 'Too large: check the number',
    too_small: 'Too small: check the number',
    end_before_start: 'The end must be after the start',
    too_early: 'The earliest day is January 1, 2016: choose that day or a later one',
    too_far_ahead: 'The latest day is two years from today: choose an earlier one',
    too_far_apart: 'Start and end are too far apart',
    outside_session: 'Choose a time between start and end',
    in_the_past: 'This is in the past: choose a later time',
    in_the_future: 'This is in the future: choose an earlier time',
    too_many: 'Too many: remove some',
    not_in_store: 'Does not belong to this store: choose again',
    consent_needed: 'Needs your consent to go on',
    control_characters: 'Contains line breaks or control characters: remove them',
    invisible_characters: 'Contains characters that cannot be seen: type it instead of pasting',
    direction_characters: 'Contains characters that turn its direction: type it instead of pasting',
    broken_characters: 'Contains a character that is not complete: type it again',
    identity_number: 'This looks like an identity card number: leave it out',
    repeated: 'Stands there already: change or remove it',
    retired: 'This host has left: choose another one, or bring the host back',
    fixed_on_air: 'Cannot be changed on air',
    risky_words: 'Contains words that cannot be public: please change them',
    under_review: 'Under review: it can be public once it is approved',
  },
  warning: {
    session_overlap: (info) =>
      info.title ? `Overlaps with “${String(info.title)}”` : 'Overlaps with another session',
    entered_twice: (info) => `“${String(info['title'])}” seems to be entered twice: please check`,
    refunds_above_paid: () => 'Refunds of this session exceed what was paid: please check',
    paid_above_ordered: () => 'More is recorded as paid than was ordered: please check',
    credit_code_unlikely: (info) =>
      `The check digit of credit code ${String(info['code'])} does not fit: please check`,
    account_twice: (info) => `The account “${String(info['name'])}” is listed twice`,
    day_kept: (info) => `What is recorded stays on ${String(info['day'])}`,
  },
};
