import type { UndoBlock } from '../../domain/live-session/history';
import type { errors as zh, Info } from '../zh-CN/errors';
import { common } from './common';

const NOT_UNDOABLE: Record<UndoBlock, string> = {
  nothing: 'There is no step to take back.',
  too_late: '15 minutes have passed, so this cannot be taken back. Wrong times can be corrected.',
  has_entries: 'Amounts were recorded since. Undo those first.',
  has_record: 'Its duty record is confirmed and kept for 3 years. Cancel the session instead.',
  joined: 'This session was joined with others. Split them first.',
};

/** How long to wait, in whole units, never too short. */
function wait(seconds: number): string {
  if (seconds <= 60) return `${seconds} s`;
  return seconds <= 3600 ? `${Math.ceil(seconds / 60)} min` : `${Math.ceil(seconds / 3600)} h`;
}

/** A China day of an error: `2026年11月28日`. */
function dateOf(day: Info[string] | undefined): string {
  const [year = 0, month = 0, date = 0] = String(day).split('-').map(Number);
  return common.day.dateWithYear(year, month, date);
}

/** What happened, what is safe, what to do. */
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
    already_stored: () => 'This was saved before, and only once. Open the list to see it.',
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
      `A refund happened on ${dateOf(returnedOn)}, before the new day of the session. Nothing was changed: correct the day of that refund first, or leave the sales where they are`,
    not_undoable: ({ block }) => NOT_UNDOABLE[block as UndoBlock] ?? NOT_UNDOABLE.nothing,
    not_joinable: () =>
      'Only ended sessions of one account, less than 30 minutes apart, can be joined. Nothing changed.',
    session_joined: () => 'This session was joined with others. Split them first.',
    odd_amount: () => 'This looks like a slip. Nothing was saved; check it and confirm.',
    disclosure_incomplete: () =>
      'The disclosure is incomplete. Complete it before the store can be public.',
    shop_suspended: () => 'The pages of this store are not shown for now.',
    busy: () => 'Too many people were saving at once. Not saved: try again.',
    too_many_requests: ({ retryAfter }) =>
      `Too many requests at once. Not done, and what you typed is kept. Try again in ${wait(Number(retryAfter))}.`,
    storage_full: () =>
      'The cloud has no space left. Not saved; what you typed is kept. Ask the operator for more space, then try again.',
    internal: () => 'Something went wrong on our side. Try again later.',
    not_deployed: () => 'The cloud is not set up yet. Nothing changed. Ask the operator.',
    cloud_limit: () =>
      'The quota of the cloud is used up. Nothing changed. Try later, or ask the operator.',
    cloud_failed: () =>
      'The cloud failed or took too long. Try again: nothing is recorded twice. Or ask the operator.',
    offline: (info) =>
      info.isRead === true
        ? 'No network. Try again when you are online.'
        : 'No network. Nothing was sent; what you typed is kept. Try again once online.',
    no_answer: () => 'No answer came. Try again; if you were saving, nothing is recorded twice.',
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
