import type { merchantOutlook as zh } from '../zh-CN/merchantOutlook';

/** Words of the forecast and of trying another pace. */
export const merchantOutlook: typeof zh = {
  forecast: {
    title: 'How the forecast is made',
    yearEnd: (year) => `Net sales expected at the end of ${year}`,
    middle: 'Middle: ',
    measured: (forecasts, percent, like) =>
      `Tried in the same way on ${forecasts} generated histories like yours (${like.join(', ')}): ${percent}% of the years ended inside the range.`,
    notMeasured: 'Histories like yours have not been tried: how good the range is, is not known.',
    traits: {
      trend: { rising: 'rising', level: 'neither rising nor falling', falling: 'falling lately' },
      length: { under_year: 'less than a year recorded', year: 'a year or more recorded' },
      weeks: { busy: 'seldom a week off', gaps: 'often a week off' },
      ahead: {
        far: 'more than half a year to year end',
        middle: 'two months to half a year to year end',
        near: 'at most two months to year end',
      },
    },
    method:
      "Method: the level of your last eight weeks is carried on to the end of the year, half-way following what last year's seasons did, with the promotions everyone knows put in; the range is as wide as your own weeks swing, wider upward while sales keep growing, and downward when they suddenly drop.",
    noPromise:
      'Worked out from your records. It is no promise, and it does not see your room or what platforms change.',
    reach: (tier) => `Reaching ${tier}`,
    from: (day) => `${day} at the earliest`,
    picture: 'Net sales of the year, added up',
    pictureNote: (tier) =>
      `The dashed line is ${tier}; dashed boxes are the expected range, drawn evenly by day to year end.`,
    atEnd: (month) => `End of ${month}`,
    expected: 'expected',
    whatIf: 'Try another pace',
    tiers: 'When each tier is expected',
    threshold: 'Threshold',
    earliest: 'Earliest',
    likely: 'Middle',
    latest: 'Latest',
    notThisYear: 'Not this year',
    passed: 'Passed',
    plan: {
      title: (sessions, hasMore) =>
        sessions === 0
          ? 'No session is planned'
          : `With the ${sessions === 1 ? 'session' : `${sessions} sessions`} planned${hasMore ? ' next; there are more' : ''}`,
      on: (day) => `Reached ${day}`,
      from: (first, day) => `${first} at the earliest, middle ${day}`,
      between: (days, day) => `${days}, middle ${day}`,
      further: (count) =>
        `${count === 1 ? 'One more usual session' : `${count} more usual sessions`} would reach it`,
      tooMany: (most) => `Even ${most} more usual sessions would not reach it`,
      add: 'Plan them',
      note: (median) =>
        `Each session counts as ${median}, the median of the days with sales in the last eight weeks, less expected returns; the range is as wide as those days vary. Only planned sessions count, and it is no promise.`,
    },
    inputs: 'Figures used',
    keptThisYear: 'This year to date, less expected returns',
    expectedReturn: 'Of it still expected back',
    netPerWeek: 'Net of an ordinary week (last eight weeks, promotions taken out)',
    saleDaysPerWeek: 'Days with sales a week',
    seasonTimes: 'Season ahead, beside now',
    seasonUnknown: 'Too little of last year is recorded: no season',
    weeklySwing: 'Swing of a week',
    daysUsed: 'Days of records looked at',
    days: (count) => `${count} days`,
    daysAWeek: (count) => `${count} days`,
    times: (factor) => `${factor} ×`,
    percent: (share) => `±${share}%`,
    promotions: 'Promotions still to come this year',
    promotionsNote:
      'Days and factors are assumptions; platforms move them. Switch off what you do not take part in, and the forecast follows.',
    noPromotions: 'No promotion is left this year',
    promotion: {
      new_year_goods: 'New Year goods festival',
      spring_festival: 'Spring Festival (pause)',
      march_8: 'March 8',
      june_18: '618',
      november_11: 'Double 11',
      december_12: 'Double 12',
    },
    factor: {
      own: (times) => `About ${times} × an ordinary day, after your own last one`,
      assumed: (times) => `About ${times} × an ordinary day, assumed`,
    },
    pace: 'Pace each tier needs',
    paceNote: (weeks) => `${weeks} weeks are left this year. By net after expected returns.`,
    perWeek: (amount) => `${amount} net a week`,
    perSession: (amount) => `${amount} net a session`,
    enough: 'Enough already',
    trailing: 'Net sales of the last 12 months',
    trailingNote: (from) =>
      `From ${from} until today. For information: awards are held against calendar years.`,
    trailingShort: (from) => `Records begin on ${from}: not twelve months yet.`,
    declinedTitle: 'No forecast',
    has: (days, saleDays) =>
      `${days} days are recorded; in the last eight weeks ${saleDays} days have sales.`,
    yearNotRunning: 'A forecast is made for the running year only.',
  },
  /** Every tier today and at year end. */
  answers: {
    title: 'Today and year end',
    today: 'If counted today',
    atYearEnd: 'At year end',
    answer: { met: 'Expected', not_met: 'Not expected', cannot_tell: 'Open' },
    yearEndNote:
      "The year-end column holds the forecast range of net sales and today's followers and statements against the words. It is no promise.",
    when: 'Expected',
    never: 'Not this year',
    maybe: (day) => `${day} at the earliest`,
  },
  whatIf: {
    title: 'Try another pace',
    intro:
      'Only the change is shown: how far year end and the days move if you go on like this from today. No record changes.',
    sessions: 'Sessions a week, by days with sales',
    netPerSession: "Net a session, at today's refund rate",
    refundRate: 'Refund rate',
    followerGrowth: 'New followers a week',
    now: (value) => `Now ${value}`,
    unknownNow: 'No figure now',
    times: (count) => `${count} sessions`,
    percent: (share) => `${share}%`,
    people: (count) => `${count} people`,
    reset: "Back to today's pace",
    change: "Beside today's pace",
    yearEnd: 'Net sales at year end (middle)',
    followers: 'Followers at year end',
    noChange: 'No change',
    earlier: (days) => `${days} days earlier`,
    later: (days) => `${days} days later`,
    nowReached: 'now within this year',
    noLonger: 'no longer within this year',
    stillNot: 'still not this year',
    passed: 'Passed',
    followersCross: (day) => `At this growth the follower threshold is passed on ${day}`,
    followersNever: 'The follower threshold is not passed this year',
    bad: 'Enter a number',
    note: 'Worked out in the same way; neither earned nor promised.',
  },
};
