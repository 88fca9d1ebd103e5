/**
 * The words of the demonstration's pages. They are fixed: of these pages only what crosses to the
 * screen is compared, and the clock and the cloud would add nothing to it. The product changes its
 * language while it runs, so a native page receives its labels too: `t`.
 */
/** A bar for each month of the year, as a picture in the style of its element. */
const BARS =
  "url(\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 72 24' stroke='%2307c160' stroke-width='4'%3E%3Cpath d='M3 24v-11M9 24v-8M15 24v-7M21 24v-11M27 24v-12M33 24v-10M39 24v-8M45 24v-9M51 24v-8M57 24v-24M63 24v-8'/%3E%3Cpath opacity='.4' d='M63 16v-13'/%3E%3C/svg%3E\")";

const progress = {
  t: {
    a: '上一年',
    b: '下一年',
    c: '规则、来源与没有计算的',
    d: '净销售额',
    e: '. 查看准确数值、依据和期间',
    f: '档',
    g: '我',
    h: '，按数字',
    i: '来源',
    j: '项要本人确认',
    k: '已声明：是',
    l: '未确认',
    m: '去确认',
    n: '本小程序不是花都区官方渠道。金额与门槛来自公开报道，能否获得由区里决定。',
  },
  name: '阿禾选好包',
  year: '2026 年',
  of: '净销售额，主播购房奖励',
  net: '1,940万',
  gap: '距 2,000万 档还差 60万',
  pace: ['按目前节奏今年内可能到达，最早 12月5日', '已排 1 场，再加 1 场平常的可到'],
  road: {
    height: 372,
    foot: 175,
    done: 421.8,
    open: 24.4,
    at: 446.2,
    marks: [
      { from: 0, height: 230, step: 23 },
      { from: 230, height: 230, step: 23, at: 115, words: '1 格 100万' },
      { from: 460, height: 230, step: 19.2 },
      { from: 690, height: 900, step: 69.2 },
    ],
    signs: [
      {
        at: 230,
        threshold: '1,000万',
        award: '最高 10万',
        state: 'met',
        words: '已过，2 项待确认',
      },
      { at: 460, threshold: '2,000万', award: '最高 30万', state: 'current', words: '还差 60万' },
    ],
    labels: [
      {
        kind: 'year-end',
        at: 481.2,
        from: 446.6,
        height: 27.9,
        elbow: 474.5,
        reach: 6.7,
        first: '年底',
        firstFigure: '1,941.6万',
        second: '到',
        secondFigure: '2,189.5万',
      },
      {
        kind: 'returns',
        at: 411.2,
        from: 421.8,
        height: 24.4,
        elbow: 411.2,
        reach: 10.6,
        first: '还在退货期',
        firstFigure: '106.2万',
        second: '预计退回',
        secondFigure: '3万',
      },
    ],
    next: { threshold: '5,000万', award: '最高 50万', words: '还差 3,060万' },
  },
  tier: '2,000万 档',
  conditions: [
    { title: '年销售额超过 2,000万元', value: '1,940万', gap: '还差 60万', action: '记一笔' },
    { title: '粉丝超过 50万', state: 'met', value: '61.2万', gap: '多 11.2万' },
  ],
  open: 2,
  confirms: [
    { title: '是本地主播', isYes: true },
    { title: '这些销售是为花都“四上”企业带来的' },
    { title: '在花都购房' },
  ],
  links: [
    { title: '没有金额的场次', value: '1 场' },
    { title: '全年一览', note: '退款占支付额 11%', bars: BARS },
    { title: '预测，什么会改变它' },
    { title: '各地办法', value: '2 个' },
    { title: '什么时候算定', value: '最晚 2027年1月30日' },
    { title: '某一天的结果' },
  ],
  coverage: '已公布的办法到 2022 年为止，没有查到覆盖 2026 年的办法；按同一阶梯比对，仅供参考。',
  jump: '看 2022 年',
};

const home = {
  t: {
    a: '记一笔',
    b: '控台',
    c: '分享',
    d: '本周',
  },
  session: {
    state: 'on_air',
    words: '直播中',
    until: '到 00:00',
    title: '双肩包专场',
    clock: '1:37:24',
    color: '#7a4a3a',
    initial: '禾',
  },
  progress: {
    of: '2026 年净销售额',
    net: '1,940万',
    gap: '距 2,000万档还差 60万',
    done: 61.2,
    open: 3.5,
    at: 64.7,
    tiers: [
      { at: 33.3, words: '1,000万', isMet: true },
      { at: 66.7, words: '2,000万' },
      { at: 100, words: '5,000万' },
    ],
    pace: '按目前节奏 12月9日–18日 到达',
  },
  week: {
    sum: '已记 1 场，¥126,400',
    days: [
      { weekday: '一', day: 23, state: 'none' },
      { weekday: '二', day: 24, state: 'recorded', words: '12.6万' },
      { weekday: '三', day: 25, state: 'none' },
      { weekday: '四', day: 26, state: 'to_record', words: '待记录' },
      { weekday: '五', day: 27, state: 'live', words: '直播中', isToday: true },
      { weekday: '六', day: 28, state: 'none' },
      { weekday: '日', day: 29, state: 'scheduled', words: '未开始' },
    ],
    rows: [
      { title: '会员返场', note: '昨天 19:30', value: '补金额' },
      { title: '周日清仓', note: '下一场', value: '周日 14:00' },
    ],
  },
};

const record = {
  t: {
    a: '支付额',
    b: '退款',
    c: '下单额',
    d: '再记这笔，净销售额',
    e: '净销售额',
    f: '来源、为谁卖的',
    g: '草稿已保留在本机',
    h: '清空重填',
    j: '删除一位，长按清空',
    k: '保存',
  },
  title: '双肩包专场',
  time: '今天 14:27 – 18:25',
  state: 'on_air',
  stateWords: '直播中',
  digits: '0',
  exact: '',
  isTyped: false,
  kind: 'paid',
  net: '1,940万',
  gap: '距 2,000万 档还差 60万',
  basis: '自己填报',
};

const OVER = { state: 'over', words: '已结束', about: '抖音' };

const store = {
  t: {
    a: '✓ 运营方已核对',
    b: '运营方核对于',
    c: '查看全部',
    d: '直播账号',
    e: '复制账号名',
    f: '店铺登记的直播账号。',
    g: '主体信息',
    h: '由店铺提供，依法公示。',
    i: '反映问题',
    j: '本程序由独立开发者提供，不是花都区政府的办事渠道。',
    k: '分享给朋友',
  },
  name: '阿禾选好包',
  color: '#7a4a3a',
  verifiedOn: '2020年12月20日',
  intro: '狮岭箱包源头直播，每周三、五、日晚七点半。',
  groups: [
    {
      title: '正在直播',
      rows: [
        {
          id: 'sr1bxzk1efd',
          title: '双肩包专场',
          time: '今天 14:17 – 18:15',
          state: 'on_air',
          words: '直播中',
          about: '抖音',
        },
      ],
    },
    {
      title: '即将开播',
      rows: [
        {
          id: 'sr1bxzk2efd',
          title: '年终返场',
          time: '明天 20:00 – 次日 00:00',
          state: 'upcoming',
          words: '未开始',
          about: '抖音',
        },
      ],
    },
    {
      title: '往期',
      hasMore: true,
      rows: [
        { id: 'sr1bxzk3efd', title: '会员返场', time: '昨天 19:30 – 22:30', ...OVER },
        { id: 'sr1bxzk4efd', title: '通勤包专场', time: '11月19日 19:30 – 23:10', ...OVER },
        { id: 'sr1bxzk5efd', title: '秋冬托特包上新', time: '11月12日 19:30 – 22:50', ...OVER },
      ],
    },
  ],
  accounts: [{ name: '阿禾选好包', platform: '抖音' }],
  subject: [
    { label: '主体类型', value: '个体工商户' },
    { label: '登记名称', value: '花都区狮岭镇阿禾皮具店（虚构）' },
    { label: '经营者姓名', value: '何小禾' },
    { label: '统一社会信用代码', value: '92000000MADEMA0016' },
    { label: '经营地址', value: '广州市花都区狮岭镇示例路 1 号' },
    { label: '公开联系方式', value: '020-0000 0000' },
    { label: '所在地', value: '花都区狮岭镇' },
  ],
};

const session = {
  t: {
    a: '主播',
    b: '复制账号名',
    c: '这一场卖什么',
    d: '价格由店铺填写，以直播间为准。',
    e: '进店看看',
    f: '反映问题',
    g: '本程序由独立开发者提供，不是花都区政府的办事渠道。',
    h: '分享给朋友',
  },
  shop: '阿禾选好包',
  title: '双肩包专场',
  color: '#7a4a3a',
  state: 'on_air',
  words: '正在直播',
  time: '今天 14:27 – 18:25',
  host: '阿禾选好包',
  account: '阿禾选好包',
  platform: '抖音',
  teasers: [
    { name: '头层牛皮托特包', note: '直播间价，日常价 399 元', price: '¥299.00' },
    { name: '轻量通勤双肩包', note: '直播间价，日常价 199 元', price: '¥159.00' },
  ],
  verified: '运营方已核对',
};

module.exports = { home, progress, record, session, store };
