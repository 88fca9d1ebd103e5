import type { incentive as zh } from '../zh-CN/incentive';

/** Words of tiers, conditions, sources, and of the sheet behind every figure. */
export const incentive: typeof zh = {
  metric: {
    net_sales: 'Net sales',
    followers: 'Followers',
    paid_in_capital: 'Paid-in capital',
    operating_revenue: 'Operating revenue',
  },
  metricForm: {
    growth: (metric) => `Growth of ${metric.toLowerCase()} over last year`,
    rank: (metric) => `Rank by ${metric.toLowerCase()}`,
  },
  metricFormula: {
    net_sales: 'Net sales = paid − refunded',
    followers: 'The largest single account on a known platform, at its latest reading in the year',
    declared: 'The latest statement counts',
  },
  metricBasis: {
    net_sales: 'Recorded by this store; self-reported unless the operator checked it',
    followers: 'Self-reported reading',
    declared: 'Self-reported statement',
  },
  typedBasis: 'The figure just typed; it is not kept',
  figure: {
    exact: 'Exact value',
    range: (low, high) => `${low} to ${high}`,
    atLeast: (low) => `At least ${low}`,
    basis: 'Basis',
    period: 'Period',
    formula: 'Formula',
    unknown: 'Unknown',
    close: 'Close',
    tapHint: 'Exact value, basis and period',
    calendarYear: (year) => `${year} (calendar year, China time)`,
    people: (count) => `${count} people`,
    place: (place) => `place ${place}`,
  },
  headline: {
    figureOf: (metric, award) => `${metric}, ${award}`,
    nothing: (metric, year) => `No ${metric.toLowerCase()} recorded for ${year}`,
    gap: (tier, gap) => `${gap} short of the ${tier}`,
    gapAtMost: (tier, gap) => `At most ${gap} short of the ${tier}`,
    atMost: (gap) => `at most ${gap} short`,
    cannotTell: (tier) => `${tier}: cannot tell`,
    blocked: (tier, gap) => `${tier}: ${gap} short`,
    followers: (count) => `${count} ${count === '1' ? 'follower' : 'followers'}`,
    other: (gap, metric) => `${gap} of ${metric.toLowerCase()}`,
    unread: (tier, metrics) => `${tier}: still to check: ${metrics.toLowerCase()}`,
    amountPassed: 'The amount is past it',
  },
  outlook: {
    reaches: (days) => `reached ${days} at this pace`,
    mayReach: (day) => `may be reached this year at this pace, ${day} at the earliest`,
    notThisYear: 'not reached this year at this pace',
    declined: {
      too_little_history:
        'Too little recorded for a forecast: it takes 8 weeks, with sales on 6 days or more',
      nothing_sold_lately: 'Nothing sold in the last 4 weeks: no forecast',
      too_uncertain: 'Sales change too much for a range that says something: no forecast',
      sales_are_ranges:
        'Paid amounts of recent sales are missing, only bounds are known: no forecast',
    },
    plan: {
      reaches: (sessions, weekday, day) => {
        const planned =
          sessions === 1 ? 'your planned session' : `your ${sessions} planned sessions`;
        return `With ${planned}${weekday === null ? '' : ` (${weekday})`}: reached ${day}`;
      },
      further: (sessions, count) => {
        const usual = count === 1 ? 'one usual session' : `${count} usual sessions`;
        return sessions === 0
          ? `${usual} would reach it`
          : `With what is planned, ${usual} more would reach it`;
      },
    },
  },
  settled: {
    line: (unsettled, expected) =>
      `${unsettled} is still open to returns; ${expected} of it is expected back`,
    all: 'All of it is past returns',
    cannotTell: 'Cannot tell: some sales have no paid amount',
    restsOn: 'Reached, but on money that may still come back',
  },
  final: {
    title: 'When is it final?',
    until: (day) => `May move with sales and returns until ${day}`,
    latest: (day) => `by ${day}`,
    over: 'The year and its return windows are over: it does not move by itself',
  },
  safety: {
    from: (back, day) => `${back} expected back; with usual returns it is safe from ${day}`,
    fromAssumed: (back, day) =>
      `${back} expected back; with assumed returns it is safe from ${day}`,
    mayFall: (back) => `${back} expected back: that may take it below the tier again`,
    cannotTell: 'Some sales are only known as a range: cannot tell from which day it is safe',
  },
  risk: {
    title: 'Look after',
    short: 'furthest from enough',
    unknown: 'no figure yet',
    unsettled: 'rests on money that may come back',
    thin_margin: 'less than 5% to spare',
  },
  road: {
    me: (amount) => amount,
    atLeast: (amount) => `At least ${amount}`,
    atMost: 'At most',
    nothing: 'Nothing yet',
    mark: (amount) => `1 mark = ${amount}`,
    doubling: 'Each mark doubles it',
    yearEnd: 'Year end',
    yearEndTo: 'to',
    returnable: 'Returnable',
    expectedBack: 'likely back',
    checked: 'Checked by the operator',
    unknownPaid: 'Ordered, not known what was paid',
    passed: (open) => ['Past it', ...open].join(', '),
  },
  award: {
    upTo: (amount) => `Up to ${amount}`,
    byFormula: (amount) => `By formula ${amount}`,
    none: 'No amount',
    unknown: 'Amount not established',
    form: 'Form',
  },
  passed: {
    tier: (tier) => `Past the ${tier} by the figures`,
    short: 'Past it by the figures',
    unanswered: (count) => `${count} to confirm`,
    denied: (count) => `${count} stated as no`,
    separator: '; ',
  },
  answer: { met: 'Reached', not_met: 'Not reached', cannot_tell: 'Cannot tell' },
  byFigures: {
    title: 'By the figures',
    met: 'Reached by these figures',
    not_met: 'Not reached by these figures',
    cannot_tell: 'Cannot tell by these figures',
  },
  condition: {
    now: (value) => `Now ${value}`,
    gap: (value) => `${value} to go`,
    gapAtMost: (value) => `At most ${value} to go`,
    source: 'Details',
    fill: 'Fill in',
    record: 'Record',
    over: (value) => `${value} over`,
    any: 'One of these',
    all: 'All of these',
    growth: (before, percent, needed) => `Last year ${before}; ${percent} more is ${needed}`,
  },
  missing: {
    nothing_recorded: 'Nothing recorded in this year',
    no_paid_figure: 'Some sales have no paid amount, so they are a range',
    no_follower_reading: 'An account has no follower reading in the year',
    fact_not_declared: 'Not stated yet',
    year_before_unknown: 'Last year is unknown or only a range, so growth cannot be told',
    rank_unknown: 'A rank depends on the figures of others, which are not known here',
  },
  missingInCheck: 'Not filled in: fill it in to compare',
  confirm: {
    title: 'To be confirmed by you',
    none: 'Nothing to be confirmed by you',
    state: { yes: 'Stated: yes', no: 'Stated: no', unanswered: 'Not confirmed' },
    go: 'Confirm',
    change: 'Change',
    term: {
      once_only: 'Given once',
      first_time_only: 'First time only',
      applicant_oneself: 'Applied for by oneself',
      applicant_company: 'Applied for by the company',
      applicant_either: 'Applied for by oneself or the company',
    },
    note: 'Only you can confirm these, no figure shows them; whether it is accepted is for the district to decide.',
  },
  coverage: {
    covered: (year, name) => `${year} is within the years named by “${name}”.`,
    before: (year, from) =>
      `${year} is before the published measures (from ${from}); shown on the same ladder, for reference only.`,
    after: (year, to) =>
      `The published measures end with ${to}; none covering ${year} was found. Shown on the same ladder, for reference only.`,
    notEstablished: (year) =>
      `Which years this programme covers is not established, so whether ${year} is one of them is not known.`,
  },
  sources: {
    conflicts: 'Sources disagree',
    conflictUsed: 'Used here',
    conflictOther: 'Also said',
  },
  independence:
    'This mini program is not a channel of Huadu District. Amounts and thresholds come from public reports; whether anything is granted is for the district to decide.',
  listSeparator: ', ',
};
