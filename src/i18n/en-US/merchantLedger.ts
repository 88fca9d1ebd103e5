import type { merchantLedger as zh } from '../zh-CN/merchantLedger';

/** Words of one ledger under every scheme, and of when an answer is final. */
export const merchantLedger: typeof zh = {
  schemes: {
    title: 'Every scheme',
    oneLedger: (year) => `One ledger, net sales of ${year}`,
    elsewhere: 'Schemes of other places, for comparison',
    showElsewhere: 'Show schemes of other places',
    hideElsewhere: 'Hide schemes of other places',
    elsewhereNote:
      'Published in Haikou, Yiwu, Suzhou and elsewhere. They do not apply here and serve for comparison only.',
    next: (tier, award) => `Next: ${tier} · ${award}`,
    reached: (tier, award) => `${tier} · ${award}`,
    others: (award, count) => `Shown: ${award}; ${count} more`,
    notComputed: 'Not computed',
    notComputedLine: (name, reason) => `${name}: ${reason}`,
    scale:
      'All schemes stand on one scale, denser to the right; the nearest comes first. Tap a row for its progress.',
    none: 'No scheme looks at this',
    noneNote: 'None of the published schemes looks at figures of this line of business.',
  },
  final: {
    period: 'For which period',
    asOf: 'As of when',
    endOfDay: (day) => `Records at the end of ${day}`,
    until: 'Until when it can move',
    open: 'What would make it final',
    none: 'Nothing is open by the records',
    noneNote: 'Amounts entered or corrected later, and further refunds, still restate it.',
    figure: { sales: 'sales', followers: 'followers', declared: 'stated figures' },
    reasons: {
      yearRuns: {
        title: (day) => `The year ends: ${day}`,
        note: 'Until then new figures count.',
      },
      returns: {
        title: (day) => `Return windows close: ${day}`,
        note: 'With usual returns; a later refund still restates the year of its sale.',
      },
      returnsAssumed: {
        note: 'The window is assumed, not worked out from your own refunds; a later refund still restates the year of its sale.',
      },
      range: {
        title: 'Paid amounts are entered',
        note: 'Sales with an ordered amount only are a range until then.',
      },
      selfReported: {
        title: (figures) => `Checked: ${figures}`,
        note: 'Figures stay self-reported until they are checked: no day makes them final.',
      },
      toConfirm: 'Only you can confirm these conditions; no figure shows them.',
    },
  },
  settled: {
    title: 'What may still come back',
    settled: 'Past returns',
    unsettled: 'Open to returns',
    expected: 'Expected back',
    formula:
      'By platform and day of sale: paid × final return rate × share of returns not there yet',
    curve: {
      own: (days, rate) => `Return rate ${rate}, from ${days} days of sale on this platform`,
      own_all_platforms: (days, rate) =>
        `Return rate ${rate}, from ${days} days of sale on all platforms`,
      assumed: (_days, rate) => `Return rate ${rate} is assumed: too few refunds are recorded`,
    },
    paceAssumed: 'pace assumed: most days of refunds are unknown',
    closes: (days) => `Past returns after ${days} days`,
    noPlatform: 'No platform given',
  },
};
