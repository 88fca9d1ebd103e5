import type { merchantRules as zh } from '../zh-CN/merchantRules';

/** Words of the pages on an award's rules, its reasons, and its answer on an earlier day. */
export const merchantRules: typeof zh = {
  award: {
    title: 'Rules and sources',
    who: 'Whose figures',
    subject: { host: 'Each host', shop: 'The store' },
    lines: 'Lines of business',
    period: 'Period',
    periodKind: { china_calendar_year: 'Calendar year (China time)', none: 'Not by year' },
    salesScope: 'Which sales',
    stacking: 'Tiers together',
    stackingKind: {
      not_established: 'Not established',
      highest_only: 'Only the highest',
      all: 'They add up',
    },
    version: (version, day) => `Rule set ${version} · checked on ${day}`,
    tiers: 'Tiers',
    evidence: {
      open: 'Where each value comes from',
      fold: 'Hide sources',
      tier: 'This tier exists',
      form: (form) => `Form: ${form}`,
      amount: (amount) =>
        `The report says ${amount}; “up to” is this app's wording, because figures alone decide nothing`,
      cap: (amount) => `Up to ${amount}`,
      share: (percent) => `Share ${percent}`,
      perFull: (step, amount) => `${amount} for each full ${step}`,
      perHead: (metric, amount) => `${metric}: ${amount} each`,
    },
    otherSchemes: 'Elsewhere',
  },
  explain: {
    tier: 'The answer of this tier',
    allOf:
      'Rule: one condition not reached decides “not reached”; else one that cannot be told decides “cannot tell”; only when every one is reached is the tier reached.',
    anyOf:
      'Of those marked “one of these”, one reached is enough; only when none is reached are they not reached.',
    lastYear: 'The year before',
    growthNote:
      'Growth is compared as an amount: this year against last year at its highest possible, plus the percentage. Where a range does not decide, the answer is “cannot tell”.',
    rank: 'Place',
    rankNote:
      'A place is among all applicants. Their figures are not known here, so the answer is always “cannot tell”.',
    months: 'Added up by month (paid − refunded)',
    month: (month) => month,
    paid: (amount) => `Paid ${amount}`,
    refunded: (amount) => `Refunded ${amount}`,
    open: (range) => `Without a paid figure ${range}`,
    total: 'Total',
    rangeRow: 'No paid figure, a range only',
    byBasis: 'By basis',
    settled: 'Of it past returns',
    entries: 'Entries of the month',
    readings: 'Readings by account',
    use: {
      used: 'Used',
      smaller: 'Smaller, for information',
      not_read: 'Not read in this year',
      other_platform: 'Not a platform of the rule',
    },
    statement: 'Statement',
    open_condition: 'Show',
    close_condition: 'Hide',
  },
  past: {
    title: 'The answer on an earlier day',
    intro:
      'Figures, statements, follower readings and rules are worked out again as they stood at the end of that day.',
    day: 'Which day',
    figures: 'Net sales on that day',
    asOf: (day) => `As of ${day}`,
    nothing: 'Nothing of this year was recorded by that day',
    noRules: 'No rules were published by that day',
    then: 'That day',
    now: 'Today',
    rules: (scheme, version) => `By rule set ${version} of ${scheme}`,
    followers: 'Follower readings on that day',
    noFollowers: 'No reading by that day',
  },
};
