/** Words of one ledger under every scheme, and of when an answer is final. */
export const merchantLedger = {
  schemes: {
    title: '各地办法',
    oneLedger: (year: number) => `同一本账，${year} 年净销售额`,
    elsewhere: '别处的办法，只作比较',
    showElsewhere: '也看别处的办法',
    hideElsewhere: '不看别处的办法',
    elsewhereNote: '海口、义乌、苏州等地公布过的办法，不适用于这里，只用来对照。',
    next: (tier: string, award: string) => `下一档 ${tier}，${award}`,
    reached: (tier: string, award: string) => `${tier}，${award}`,
    others: (award: string, count: number) => `这里是${award}，另有 ${count} 项`,
    notComputed: '没有计算',
    notComputedLine: (name: string, reason: string) => `${name}：${reason}`,
    scale: '各办法用同一条刻度，越往右越密；离得最近的在前。点一行看那个办法的进度。',
    none: '没有对应的办法',
    noneNote: '按主营方向，公布过的办法都不看这里的数字。',
  },
  final: {
    period: '哪段时间',
    asOf: '截至什么时候',
    endOfDay: (day: string) => `${day}结束时的记录`,
    until: '到什么时候还会变',
    open: '还要什么才算定',
    none: '按记录没有未定的',
    noneNote: '以后补记、更正或又有退款，仍会重算。',
    figure: { sales: '销售额', followers: '粉丝数', declared: '声明的数字' },
    reasons: {
      yearRuns: {
        title: (day: string) => `这一年走完：${day}`,
        note: '到那天为止，新记的数字都会计入。',
      },
      returns: {
        title: (day: string) => `退货期过完：${day}`,
        note: '按平常的退货快慢推算；更晚的退款记下后仍会重算那一年。',
      },
      returnsAssumed: {
        note: '退货期是假设的，不是从自己的退款算出来的；更晚的退款记下后仍会重算那一年。',
      },
      range: { title: '补上支付额', note: '只记了下单额的销售只有范围，补上支付额才有准数。' },
      selfReported: {
        title: (figures: string) => `${figures}得到核对`,
        note: '自报的数字只是自己的说法，到哪天都不算定。',
      },
      toConfirm: '这些条件只有本人能确认，数字推不出来。',
    },
  },
  settled: {
    title: '其中可能还会退回的',
    settled: '已过退货期',
    unsettled: '未过退货期',
    expected: '预计还会退',
    formula: '按每个平台的销售日期分开算：支付额 × 最终退货率 × 还没到的退货占比',
    curve: {
      own: (days: number, rate: string) => `退货率 ${rate}，取自本平台 ${days} 个销售日`,
      own_all_platforms: (days: number, rate: string) =>
        `退货率 ${rate}，取自全部平台 ${days} 个销售日`,
      assumed: (_days: number, rate: string) => `退货率 ${rate}，是假设：自己的退款记录还太少`,
    },
    paceAssumed: '退款日期多数未知，快慢按假设',
    closes: (days: number) => `${days} 天后视为过退货期`,
    noPlatform: '未指定平台',
  },
};
