import type { UndoBlock } from '../../domain/live-session/history';
import type { errors as zh } from '../zh-CN/errors';

/** What happened, what is safe, what to do. */
const NOT_UNDOABLE: Record<UndoBlock, string> = {
  nothing: 'There is no step to take back.',
  too_late: '15 minutes have passed, so this cannot be taken back. Wrong times can be corrected.',
  has_entries: 'Amounts were recorded since. Undo those first.',
  has_record: 'Its duty record is confirmed and kept for 3 years. Cancel the session instead.',
  joined: 'This session was joined with others. Split them first.',
};

export const errors: typeof zh = {
  code: {
    not_identified: () => 'You could not be identified. Open this inside WeChat and try again.',
    not_found: () => 'Not found. It may be gone, or not open to you.',
    not_allowed: () => 'Your role in this store does not include this. Ask the owner.',
    invalid_input: () => 'Some fields need a change. Nothing was saved; what you typed is kept.',
    unknown_endpoint: () => 'This version is too old. Close the mini program and open it again.',
    request_key_missing: () => 'Not saved. Open the page again and retry.',
    request_key_reused: () =>
      'This step already sent something else. Open the page again and retry.',
    stale_version: () =>
      'Somebody just changed this. The newest version is loaded: check it, then save.',
    illegal_transition: (info) =>
      info.isJoined === true
        ? 'This session is joined with others. Split them first, then correct its times.'
        : info.hasEntries === true
          ? 'Sales are recorded for this session. Undo them first, then cancel it.'
          : 'The session has moved on, so this step is not possible now.',
    limit_reached: (info) =>
      typeof info.limit === 'number'
        ? `At most ${info.limit}. Nothing was saved.`
        : 'The limit is reached. Nothing was saved.',
    sum_too_large: (info) =>
      info.isRead === true
        ? 'The total is too large to be shown exactly. Every record is kept: look for an amount with too many digits.'
        : 'The total would be too large to be exact. Not saved: check the amount.',
    entry_not_current: () => 'This entry was already corrected or undone. See the newest one.',
    odd_step: () => 'This does not fit the plan. Nothing was changed; check it and confirm.',
    refund_before_sale: ({ returnedOn }) =>
      `A refund happened on ${String(returnedOn)}, before the new day of the session. Nothing was changed: correct the day of that refund first, or leave the sales where they are`,
    not_undoable: ({ block }) => NOT_UNDOABLE[block as UndoBlock] ?? NOT_UNDOABLE.nothing,
    not_joinable: () =>
      'Only ended sessions of one account, less than 30 minutes apart, can be joined. Nothing changed.',
    session_joined: () => 'This session was joined with others. Split them first.',
    odd_amount: () => 'This looks like a slip. Nothing was saved; check it and confirm.',
    disclosure_incomplete: () =>
      'The disclosure is incomplete. Complete it before the store can be public.',
    busy: () => 'Too many people were saving at once. Not saved: try again.',
    internal: () => 'Something went wrong on our side. Try again later.',
    offline: (info) =>
      info.isRead === true
        ? 'No network. Try again when you are online.'
        : 'No network. Nothing was sent; what you typed is kept. Try again once online.',
    no_answer: () => 'No answer came. Try again; if you were saving, nothing is recorded twice.',
  },
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
  amount: {
    empty: 'Enter an amount',
    not_a_number: 'Not understood: write 125000 or 125K',
    negative: 'An amount cannot be negative; for returns choose “Refunded”',
    too_precise: 'At most two decimals',
    too_large: 'Too large: check the amount',
  },
  page: { title: 'Could not open', retry: 'Try again' },
};
