/** The words of the demonstration's list of sessions, as `demo-words.js` has those of other pages. */
const MONTHS = [
  ['11月', '已记 3 场', '¥1,062,904', '19周四', '12周四', '4周三'],
  ['10月', '已记 4 场', '¥1,831,743', '28周三', '20周二', '13周二', '5周一'],
  ['9月', '已记 4 场', '¥1,568,439', '28周一', '20周日', '13周日', '5周六'],
  ['8月', '已记 4 场', '¥1,787,040', '29周六', '21周五', '14周五', '6周四'],
  ['7月', '已记 4 场', '¥1,841,814', '30周四'],
];
const TITLES = [
  '通勤包专场',
  '秋冬托特包上新',
  '会员返场',
  '皮带与卡包',
  '旅行箱清仓',
  '源头工厂探访',
];

/** An entry for each heading and each row of a month. */
function entriesOf([name, count, net, ...days], month) {
  const rows = days.map((day, index) => ({
    id: 'sr' + month + 'bxzk' + index + 'efd',
    day: parseInt(day, 10),
    weekday: day.slice(-2),
    title: TITLES[(month + index) % TITLES.length],
    time: '19:30–22:50',
    figure: '¥' + (224 + 31 * index + 7 * month) + ',193',
  }));
  rows[0].ends = 'first';
  rows[rows.length - 1].ends = 'last';
  return [{ name, count, net }, ...rows];
}

const entries = MONTHS.flatMap(entriesOf);

const sessions = {
  t: {
    a: '排期',
    b: '现在开播',
    c: '补录',
    d: '搜索',
    e: '筛选',
    f: '日历',
    g: '全部',
    h: '未开始',
    i: '待记录',
    j: '已结束',
    k: '已取消',
    l: '接下来',
    m: '加载更多',
  },
  tasks: [
    {
      title: '双肩包专场',
      state: 'on_air',
      words: '直播中',
      note: '已开播 1 小时 32 分钟',
      action: '记一笔',
    },
    {
      title: '会员返场',
      state: 'waiting',
      words: '待记录',
      note: '昨天 19:30 – 22:30',
      action: '补金额',
    },
  ],
  upcoming: 1,
  toRecord: 1,
  coming: [
    {
      id: 'sr1bxzk0efd',
      state: 'scheduled',
      day: 29,
      weekday: '周日',
      title: '年终返场',
      time: '○ 20:00–00:00',
      figure: '明天',
    },
  ],
  count: 20,
  slots: [
    { above: 0, rows: entries.slice(0, 10) },
    { above: 10, rows: entries.slice(10, 20) },
  ],
};

module.exports = { sessions };
