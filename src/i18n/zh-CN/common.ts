import type { LiveSessionState } from '../../domain/live-session/live-session';
import type { PublicPhase } from '../../domain/live-session/public-phase';
import type { Platform } from '../../domain/shop/platform';
import type { LineOfBusiness, Role } from '../../domain/shop/shop';

/** A word for every value of a closed list. */
type Words<Value extends string> = Record<Value, string>;

/** Words used on more than one screen. */
export const common = {
  app: { name: '花都直播', independent: '本程序由独立开发者提供，不是花都区政府的办事渠道。' },
  tabs: { home: '首页', sessions: '场次', progress: '激励', me: '我的' },
  action: {
    save: '保存',
    cancel: '取消',
    confirm: '确定',
    close: '关闭',
    retry: '重试',
    remove: '移除',
    more: '查看更多',
  },
  /** What is said of a field, by its name. */
  ofField: (label: string, words: string) => `${label}：${words}`,
  state: {
    loading: '正在加载',
    copied: '已复制',
    copyFailed: '没有复制成功，请长按选择文字',
    saved: '已保存',
    draftKept: '草稿已保留在本机',
    draftRestored: '已恢复上次没有提交的内容',
    requestId: '请求编号',
    offline: '现在没有网络',
    offlineCopy: (time: string) => `现在没有网络，显示的是${time}的副本`,
    optional: '选填',
    notSaid: '未填写',
    yes: '是',
    no: '否',
  },
  day: {
    today: '今天',
    tomorrow: '明天',
    yesterday: '昨天',
    weekday: (iso: number) => `周${'一二三四五六日'.charAt(iso - 1)}`,
    date: (month: number, day: number) => `${month}月${day}日`,
    dateWithYear: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
    monthOnly: (month: number) => `${month}月`,
    month: (year: number, month: number) => `${year}年${month}月`,
    year: (year: number) => `${year}年`,
    withTime: (day: string, time: string) => `${day} ${time}`,
    nextDay: (time: string) => `次日 ${time}`,
    /** Said beside clock times where they are not the phone's own. */
    chinaTime: '北京时间',
    /** In a row of one line. */
    chinaShort: '北京时间',
    inChina: (times: string) => `${times}（北京时间）`,
    range: (from: string, to: string) => `${from} – ${to}`,
    withinMonth: (month: number, from: number, to: number) => `${month}月${from}日–${to}日`,
  },
  span: {
    minutes: (minutes: number) => `${minutes} 分钟`,
    hours: (hours: number) => `${hours} 小时`,
    hoursMinutes: (hours: number, minutes: number) => `${hours} 小时 ${minutes} 分钟`,
    days: (days: number) => `${days} 天`,
    ago: (span: string) => `${span}前`,
    lessThanMinute: '不到 1 分钟',
  },
  starts: {
    in: (span: string) => `${span}后开播`,
    at: (when: string) => `${when} 开播`,
  },
  count: { people: (count: string) => `${count} 人`, entries: (count: number) => `${count} 笔` },
  money: {
    unknown: '—',
    exact: (amount: string) => `准确金额 ${amount}`,
    figure: '数字',
    basis: '口径',
    period: '期间',
  },
  platform: {
    douyin: '抖音',
    taobao: '淘宝',
    kuaishou: '快手',
    channels: '视频号',
    xiaohongshu: '小红书',
    jd: '京东',
    pinduoduo: '拼多多',
    other: '其他平台',
  } satisfies Words<Platform>,
  lineOfBusiness: {
    streamer: '主播',
    mcn: 'MCN 机构',
    platform: '直播平台',
    brokerage: '经纪机构',
    brand_or_shop: '品牌或商家',
  } satisfies Words<LineOfBusiness>,
  role: {
    owner: '店主',
    operator: '运营',
    host: '主播',
    floor_manager: '场控',
    finance: '财务',
  } satisfies Words<Role>,
  sessionState: {
    scheduled: '未开始',
    unconfirmed: '待确认',
    live: '直播中',
    paused: '暂停中',
    ended: '已结束',
    cancelled: '已取消',
  } satisfies Words<LiveSessionState>,
  publicPhase: {
    upcoming: '未开始',
    should_be_on_air: '应在直播',
    on_air: '直播中',
    paused: '暂停中',
    over: '已结束',
    cancelled: '已取消',
  } satisfies Words<PublicPhase>,
  net: '净销售额',
  verification: {
    verified: '运营方已核对',
    unverified: '未核对',
    waiting: '等待核对',
    returned: '已退回',
  },
  aiPresenter: 'AI 生成的主播形象',
};
