/** Words of tiers, conditions, sources, and of the sheet behind every figure. */
export const incentive = {
  metric: {
    net_sales: '净销售额',
    followers: '粉丝',
    paid_in_capital: '实收资本',
    operating_revenue: '营业收入',
  },
  /** Forms of a figure: its growth, the place by it. */
  metricForm: {
    growth: (metric: string) => `${metric}比上年增长`,
    rank: (metric: string) => `${metric}排名`,
  },
  /** Of figures that people declare: `declared`. */
  metricFormula: {
    net_sales: '净销售额 = 支付额 − 退款',
    followers: '已知平台中粉丝最多的单个账号，取年内最近一次读数',
    declared: '以最近一次声明为准',
  },
  metricBasis: {
    net_sales: '本店记录，运营方没有核对的部分为自报',
    followers: '自报读数',
    declared: '自报声明',
  },
  /** Of figures typed into the check, which nothing records. */
  typedBasis: '刚才填写的数字，不保存',
  figure: {
    exact: '准确数值',
    range: (low: string, high: string) => `${low} 至 ${high}`,
    atLeast: (low: string) => `至少 ${low}`,
    basis: '依据',
    period: '期间',
    formula: '算法',
    unknown: '未知',
    close: '关闭',
    tapHint: '查看准确数值、依据和期间',
    calendarYear: (year: number) => `${year} 年（中国时间自然年）`,
    people: (count: string) => `${count} 人`,
    place: (place: number) => `第 ${place} 名`,
  },
  headline: {
    /** Above the figure: what it is, and for which award. */
    figureOf: (metric: string, award: string) => `${metric}，${award}`,
    nothing: (metric: string, year: number) => `${year} 年还没有记录${metric}`,
    gap: (tier: string, gap: string) => `距 ${tier}还差 ${gap}`,
    gapAtMost: (tier: string, gap: string) => `距 ${tier}最多还差 ${gap}`,
    atMost: (gap: string) => `最多还差 ${gap}`,
    cannotTell: (tier: string) => `${tier}：无法判断`,
    /** Of a condition beside the amount that the tiers rise with. */
    blocked: (tier: string, gap: string) => `${tier}：还差 ${gap}`,
    followers: (count: string) => `${count}${/\d$/.test(count) ? ' 个' : ''}粉丝`,
    other: (gap: string, metric: string) => `${gap} ${metric}`,
    unread: (tier: string, metrics: string) => `${tier}：${metrics}还需要核对`,
    amountPassed: '金额已过',
  },
  outlook: {
    reaches: (days: string) => `按目前节奏 ${days} 到达`,
    mayReach: (day: string) => `按目前节奏今年内可能到达，最早 ${day}`,
    notThisYear: '按目前节奏今年内到不了',
    declined: {
      too_little_history: '记录还太少，不作预测：要有 8 周的记录，其中至少 6 天有销售',
      nothing_sold_lately: '最近 4 周没有销售，不作预测',
      too_uncertain: '销售变化太大，范围宽得没有意义，不作预测',
      sales_are_ranges: '最近的销售缺支付额，只知道上下限，不作预测',
    },
    plan: {
      reaches: (sessions: number, weekday: string | null, day: string) =>
        `按已排的 ${sessions} 场${weekday ?? ''}：${day} 到达`,
      further: (sessions: number, count: number) =>
        sessions === 0
          ? `再播 ${count} 场平常的可到`
          : `已排 ${sessions} 场，再加 ${count} 场平常的可到`,
    },
  },
  settled: {
    line: (unsettled: string, expected: string) =>
      `${unsettled}还在退货期内，按退货曲线预计还会退 ${expected}`,
    all: '全部已过退货期',
    cannotTell: '有的销售没有支付额，无法判断',
    restsOn: '已达到，但其中有的钱还可能退回',
  },
  final: {
    title: '什么时候算定',
    until: (day: string) => `最晚到 ${day}，还会随销售和退货变动`,
    /** The day alone, beside the title. */
    latest: (day: string) => `最晚 ${day}`,
    over: '这一年和退货期都已过，不再自己变动',
  },
  /** Of a tier that is reached on money that may still come back. */
  safety: {
    from: (back: string, day: string) => `预计退回 ${back}；按平常退货，${day}起稳过`,
    fromAssumed: (back: string, day: string) => `预计退回 ${back}；按假设的退货，${day}起稳过`,
    mayFall: (back: string) => `预计退回 ${back}，退完可能又到档下`,
    cannotTell: '有的销售只知范围，无法判断哪天起稳过',
  },
  risk: {
    title: '最要留意',
    short: '还差得最多',
    unknown: '还没有数字',
    unsettled: '其中有的钱可能退回',
    thin_margin: '只多出不到 5%',
  },
  road: {
    me: (amount: string) => `我 ${amount}`,
    atLeast: (amount: string) => `至少 ${amount}`,
    atMost: '最多',
    nothing: '未记录',
    mark: (amount: string) => `1 格 ${amount}`,
    doubling: '1 格翻一倍',
    yearEnd: '年底',
    yearEndTo: '到',
    returnable: '还在退货期',
    expectedBack: '预计退回',
    checked: '运营方已核对',
    unknownPaid: '下单额里还不知道付了多少',
    passed: (open: readonly string[]) => ['已过', ...open].join('，'),
  },
  award: {
    upTo: (amount: string) => `最高 ${amount}`,
    byFormula: (amount: string) => `按公式 ${amount}`,
    none: '没有金额',
    unknown: '金额未查到',
    form: '形式',
  },
  /** Beside every tier that the figures pass: they are one half of the answer. */
  passed: {
    tier: (tier: string) => `按数字已过 ${tier}`,
    short: '按数字已过',
    unanswered: (count: number) => `${count} 项待确认`,
    denied: (count: number) => `${count} 项声明为否`,
    separator: '；',
  },
  answer: { met: '已达到', not_met: '未达到', cannot_tell: '无法判断' },
  byFigures: {
    title: '按数字',
    met: '按这些数字已达到',
    not_met: '按这些数字未达到',
    cannot_tell: '按这些数字无法判断',
  },
  condition: {
    now: (value: string) => `现在 ${value}`,
    gap: (value: string) => `还差 ${value}`,
    gapAtMost: (value: string) => `最多还差 ${value}`,
    source: '明细',
    fill: '去填写',
    record: '记一笔',
    over: (value: string) => `多 ${value}`,
    any: '满足其一',
    all: '同时满足',
    growth: (before: string, percent: string, needed: string) =>
      `上年 ${before}，增长 ${percent} 是 ${needed}`,
  },
  missing: {
    nothing_recorded: '这一年还没有记录',
    no_paid_figure: '有的销售没有支付额，只知范围',
    no_follower_reading: '有账号没有年内粉丝读数',
    fact_not_declared: '还没有填写',
    year_before_unknown: '上一年的数不知道或只知范围，增长无法判断',
    rank_unknown: '排名要看别人的数字，这里无法知道',
  },
  missingInCheck: '这一项没有填，填了才能对照',
  confirm: {
    title: '待本人确认',
    none: '没有需要本人确认的条件',
    state: { yes: '已声明：是', no: '已声明：否', unanswered: '未确认' },
    go: '去确认',
    change: '修改',
    term: {
      once_only: '只给一次',
      first_time_only: '仅限首次',
      applicant_oneself: '本人申请',
      applicant_company: '由公司申请',
      applicant_either: '本人或公司申请',
    },
    note: '只有本人能确认，数字推不出来；是否采信由区里判断。',
  },
  coverage: {
    covered: (year: number, name: string) => `${year} 年在《${name}》标题所示年份之内。`,
    before: (year: number, from: number) =>
      `${year} 年早于已公布的办法（${from} 年起），按同一阶梯比对，仅供参考。`,
    after: (year: number, to: number) =>
      `已公布的办法到 ${to} 年为止，没有查到覆盖 ${year} 年的办法；按同一阶梯比对，仅供参考。`,
    notEstablished: (year: number) => `这个办法覆盖哪些年份未查到，是否包括 ${year} 年不知道。`,
  },
  sources: {
    conflicts: '说法不一致',
    conflictUsed: '本应用采用',
    conflictOther: '另有说法',
  },
  independence: '本小程序不是花都区官方渠道。金额与门槛来自公开报道，能否获得由区里决定。',
  listSeparator: '、',
};
