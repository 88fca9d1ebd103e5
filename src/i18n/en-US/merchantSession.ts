import type { merchantSession as zh } from '../zh-CN/merchantSession';

function duration(hours: number, minutes: number): string {
  return [hours > 0 ? `${hours} h` : '', minutes > 0 || hours === 0 ? `${minutes} min` : '']
    .filter(Boolean)
    .join(' ');
}

/** Words of the pages on which a merchant plans, runs and enters sessions. */
export const merchantSession: typeof zh = {
  plan: {
    title: 'Plan a session',
    editTitle: 'Change the plan',
    name: 'Title',
    namePlaceholder: 'e.g. Backpack special',
    host: 'Host',
    noHost: 'Not set',
    account: 'Account',
    noAccount: 'Not set',
    start: 'Start',
    end: 'End',
    nextDay: 'next day',
    goal: 'Goal',
    goalHint: 'Net sales, e.g. 125,000 or 125K; seen by the team only',
    teasers: 'Goods teasers',
    teasersNote: 'Up to 10, shown on the session page; nothing is ordered here',
    teaserOf: (index: number) => `Item ${index}`,
    teaserName: 'Name',
    teaserPrice: 'Live price (yuan)',
    teaserBasis: 'What the price compares with',
    teaserBasisHint: 'e.g. usual price ¥299; a claimed discount needs its basis',
    addTeaser: 'Add an item',
    removeTeaser: 'Remove',
    ai: 'The presenter is made by AI',
    aiNote: 'The law asks to say so; shown in lists and on cards',
    submit: 'Plan it',
    submitMany: (count: number) => `Plan ${count} sessions`,
    save: 'Save',
    doneMany: (count: number) => `${count} sessions planned`,
    editedMany: (changed: number, left: number) =>
      left === 0 ? `${changed} changed` : `${changed} changed, ${left} left as they were`,
    stale:
      'Another person has just changed this. The latest plan is loaded and your changes are kept. Check and save again.',
    before: (when: string) => `Was ${when}`,
    overlapTitle: 'Saved, please check',
    overlap: (warning: string) => `${warning}.`,
    overlapChange: 'Change it',
    overlapKeep: 'OK',
  },
  repeat: {
    weekly: 'Repeat weekly',
    weekday: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
    until: 'Until',
    count: (count) =>
      `${count} ${count === 1 ? 'session' : 'sessions'}, 60 at most; tap a day to skip it`,
    tooMany: (limit) => `At most ${limit} at once: choose an earlier day or skip some`,
    month: (month) =>
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][
        month - 1
      ] ?? '',
    skipped: 'Skip',
  },
  scope: {
    title: 'Which sessions?',
    movedTo: (clock) => `Start moved to ${clock}`,
    this: (day) => `Only ${day}`,
    restStays: (count, clock) => `The other ${count} stay at ${clock}`,
    restSame: (count) => `The other ${count} stay as they are`,
    following: (count) => `This and the following ${count}`,
    days: (days) => days.join(', '),
    save: 'Save',
    cancel: 'Cancel',
  },
  startNow: {
    title: 'Go live now',
    planned: (title) => `“${title}” is planned`,
    plannedNote: 'If this is the one, go live from here',
    name: 'Title',
    nameNote: 'The last session’s title; it can be changed on air',
    until: (when) => `Until ${when}; it can end earlier`,
    defaultTitle: (shop) => `${shop} live`,
    go: 'Go live',
    askTitle: 'One is on air already',
    askText: 'A session of the same host or account is on air. Start another one?',
    askYes: 'Start another',
    askNo: 'Do not start',
  },
  session: {
    again: 'Again',
    undoSeries: 'Take back in the whole series',
    undoneSeries: (undone, left) =>
      left === 0
        ? `Taken back in ${undone}`
        : `Taken back in ${undone}; ${left} changed since and stay`,
    undone: (step) => `Took back: ${step}`,
    title: 'Session',
    unconfirmedNote:
      'The start has passed and nobody tapped Go live. Only the team sees this state.',
    forgottenNote: 'The planned end has passed and nobody tapped End.',
    onAirFor: (hours: number, minutes: number) => `On air for ${duration(hours, minutes)}`,
    lasted: (hours: number, minutes: number) => `Lasted ${duration(hours, minutes)}`,
    dayOnly: (day: string) => `${day} (only the day is known)`,
    planned: (when: string) => `Planned: ${when}`,
    actual: (when: string) => `Actual: ${when}`,
    step: {
      goLive: 'Go live',
      pause: 'Pause',
      resume: 'Resume',
      end: 'End',
      edit: 'Change plan',
      cancel: 'Cancel session',
    },
    startedEarlier: 'It started earlier: enter when',
    endedEarlier: 'It ended earlier: enter when',
    earlierTitle: { goLive: 'When did it start', end: 'When did it end' },
    earlierConfirm: { goLive: 'Started at this time', end: 'Ended at this time' },
    earlierFuture: 'That time has not come yet, choose an earlier one',
    earlierBeforeStart: 'It must end after it started, choose a later time',
    day: 'Day',
    time: 'Time',
    cancelTitle: 'Cancel this session?',
    cancelText:
      'Cards already sent will show “cancelled”. It can be taken back for 15 minutes; after that, plan it again.',
    cancelYes: 'Cancel session',
    cancelNo: 'Keep it',
    record: 'Record',
    share: 'Share card',
    sharePosted: 'The card is in the chat',
    shareUnpublished: 'The store page is not public, others cannot open the card',
    shareGoPublish: 'Make public',
    shareNotReady: 'The card is being prepared, tap again in a moment',
    figures: 'Amounts',
    lacksSale: 'Refunds without a sale: the net is a range',
    unknownWhy: {
      orderedFen: 'No ordered amount is recorded',
      paidFen: 'No paid amount is recorded',
      refundedFen: 'No refund is recorded',
      net: 'Without a paid amount the net is a range',
    },
    figureFormula: {
      orderedFen:
        'Sum of the ordered amounts that count. An order is not a sale: it only bounds what was paid.',
      paidFen: 'Sum of the paid amounts that count',
      refundedFen: 'Sum of the refunds that count',
      net: 'Net sales = paid − refunded; without a paid amount, from 0 to ordered − refunded',
    },
    figureBasisNone: 'This session’s ledger',
    figurePeriod: (day: string) => `This session · booked: ${day}`,
    goal: 'Goal',
    goalReached: (percent: string) => `${percent}% done`,
    goalUnknown: 'progress shows once a paid figure is recorded',
    ledger: 'Ledger',
    ledgerEmpty: 'Nothing recorded yet',
    history: 'History',
    event: {
      edit: 'Plan changed',
      correct: 'Times corrected',
      join: 'Sessions joined',
      split: 'Sessions split',
      undo: 'Taken back',
      schedule: 'Planned',
      backfill: 'Entered afterwards',
      reschedule: 'Time changed',
      goLive: 'Went live',
      pause: 'Paused',
      resume: 'Resumed',
      end: 'Ended',
      cancel: 'Cancelled',
      unconfirmed: 'Start passed without a tap: to confirm',
      startNow: 'Gone live now',
    },
    by: { you: 'you', team: 'a team member', system: 'system' },
    publicPage: 'See the public page',
    account: 'Account',
    copyName: 'Copy name',
    details: 'Details',
  },
  correct: {
    title: 'Correct times',
    note: 'Put in when it really started, paused and ended. The history keeps the reason.',
    start: 'Really started',
    end: 'Really ended',
    pauses: 'Pauses',
    pauseOf: (index: number) => `Pause ${index}`,
    pauseFrom: 'Paused',
    pauseTo: 'On air again',
    addPause: 'Add a pause',
    removePause: 'Remove',
    withSales: 'Move its sales to the new day',
    moves: (what: {
      count: number;
      money: string | null;
      from: string;
      to: string;
      isOtherYear: boolean;
    }) => {
      const entries = what.count === 1 ? '1 entry' : `${what.count} entries`;
      const amount = what.money === null ? '' : `, ${what.money},`;
      const year = what.isOtherYear ? ', into another year' : '';
      return `${entries}${amount} from ${what.from} to ${what.to}${year}`;
    },
    reason: 'Reason',
    reasonPlaceholder: 'For example: started by mistake',
    reasonHint: 'Your team sees it in the history',
    submit: 'Correct',
    open: 'Correct times',
    otherDay: 'Sales are booked on another day',
    move: 'Move them',
    moving: (moved: number, all: number) => `Moving, ${moved} of ${all} entries`,
    moveStopped: 'The times are corrected; not all sales are moved. Go on here.',
    movedAll: 'Moved to the day of the start',
  },
  undo: {
    action: 'Undo',
    seconds: (left: number) => `${left} s`,
    minutesLeft: (minutes: number) =>
      minutes === 1 ? 'Possible for 1 more minute' : `Possible for ${minutes} more minutes`,
    undone: (step: string) => `Taken back: ${step}`,
    done: {
      schedule: 'Planned, viewers can see it',
      backfill: 'Entered',
      reschedule: 'Times changed',
      edit: 'Changed',
      goLive: 'On air, viewers can see it',
      pause: 'Paused',
      resume: 'On air again',
      end: 'Ended, sales can be recorded',
      cancel: 'Cancelled',
      correct: 'Times corrected',
      join: 'Joined',
      split: 'Split',
      undo: 'Taken back',
      unconfirmed: 'Not confirmed',
      startNow: 'On air: followers can see it',
    },
  },
  odd: {
    early: (days: number, hours: number, minutes: number) => {
      const parts = [days > 0 && `${days} d`, hours > 0 && `${hours} h`];
      const small = days === 0 && minutes > 0 && `${minutes} min`;
      return `${[...parts, small].filter(Boolean).join(' ')} before the plan. Start now?`;
    },
    earlyWhy: (planned: string, day: string) =>
      `It is planned for ${planned}. Viewers see it on air at once, and its sales are booked on ${day}.`,
    short: 'On air for less than a minute. End now?',
    shortWhy: 'Viewers will see that it is over.',
    lateWhy:
      'The planned end is long past. Put in when it really ended, so that its length is right.',
    startNow: 'Start now',
    notYet: 'Not yet',
    endNow: 'End now',
    goOn: 'Stay on air',
    endedNow: 'It ended just now',
  },
  backfill: {
    title: 'Enter a past session',
    note: 'A session that took place. The day alone is enough.',
    name: 'Title',
    when: 'When it was',
    precision: { day: 'Only the day', instant: 'Start and end' },
    day: 'Day',
    start: 'Start',
    end: 'End',
    figure: 'Sales',
    figureNote: 'Leave it empty if you do not know; it can be recorded later.',
    amount: 'Amount (yuan)',
    amountPlaceholder: 'e.g. 83,200, 125K or 1.2M',
    kind: 'What the amount is',
    basis: 'Where the figure comes from',
    source: 'Source',
    sourceHint: 'Which report or export, so it can be found again',
    submit: 'Enter it',
    done: 'Entered',
  },
};
