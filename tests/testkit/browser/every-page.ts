import { PATHS } from '../../../src/paths';
import type { DemoNames } from './names';

/** A page of the app, and a short name for its picture. */
export interface NamedPath {
  readonly name: string;
  readonly path: string;
  /** Chinese words that the streamer sees once the content is loaded. */
  readonly says: string;
  /** Words to tap to open folded content. */
  readonly unfold?: string;
  /** The streamer is refused what it shows: a sentence and a way on are all. */
  readonly isRefused?: true;
}

/** Every page of the app, with paths that the streamer may open. */
export function everyPage({ shopId, hostId, sessions }: DemoNames): NamedPath[] {
  const on = (state: string): string =>
    sessions.find((session) => session.state === state)?.id ?? '';
  const award = { shopId, hostId, year: 2021, scheme: 'huadu-2020', awardId: 'HD-ANCHOR' };
  return [
    { name: 'home', says: '距 2,000万 档还差 60万', path: PATHS.home.url() },
    { name: 'sessions', says: '接下来', path: PATHS.sessions.url() },
    { name: 'find-sessions', says: '筛选', path: PATHS.findSessions.url({ shopId }) },
    { name: 'calendar', says: '已记', path: PATHS.calendar.url({ shopId }) },
    { name: 'progress', says: '按目前节奏', path: PATHS.progress.url() },
    { name: 'me', says: '主页已公开', path: PATHS.me.url() },
    { name: 'precheck', says: '查看结果', path: PATHS.precheck.url() },
    { name: 'store', says: '运营方已核对', path: PATHS.shop.url({ id: shopId }) },
    {
      name: 'store-sessions',
      says: '接下来',
      path: PATHS.shopSessions.url({ shopId }),
    },
    {
      name: 'public-session',
      says: '正在直播',
      path: PATHS.publicSession.url({ id: on('live') }),
    },
    { name: 'register', says: '店铺名称', path: PATHS.register.url() },
    { name: 'edit-store', says: '停止公开', path: PATHS.editShop.url({ shopId }) },
    { name: 'hosts', says: '未绑定', path: PATHS.hosts.url({ shopId }) },
    { name: 'team', says: '登记店铺的人', path: PATHS.team.url({ shopId }) },
    { name: 'join', says: '用邀请码加入一家店', path: PATHS.join.url() },
    {
      name: 'plan',
      says: '确认排期',
      path: PATHS.plan.url({ shopId }),
    },
    { name: 'start-now', says: '沿用上一场', path: PATHS.startNow.url({ shopId }) },
    {
      name: 'edit-plan',
      says: '保存',
      path: PATHS.plan.url({ shopId, sessionId: on('scheduled') }),
    },
    {
      name: 'session-live',
      says: '补记下播时间',
      path: PATHS.session.url({ id: on('live') }),
    },
    {
      name: 'session-ended',
      says: '播了 3 小时',
      path: PATHS.session.url({ id: on('ended') }),
    },
    { name: 'correct', says: '实际开播', path: PATHS.correct.url({ id: on('ended') }) },
    { name: 'console', says: '下播', path: PATHS.console.url({ id: on('live') }) },
    { name: 'duty', says: '已按上次', path: PATHS.duty.url({ id: on('scheduled') }) },
    { name: 'checklists', says: '从常用项里选', path: PATHS.checklists.url({ shopId }) },
    { name: 'duty-export', says: '准备', path: PATHS.dutyExport.url({ shopId }) },
    {
      name: 'record',
      says: '保存',
      path: PATHS.record.url({ shopId }),
      unfold: 'Source, sold for whom',
    },
    { name: 'backfill', says: '补录', path: PATHS.backfill.url({ shopId }) },
    {
      name: 'applicant',
      says: '是否本地主播',
      path: PATHS.applicant.url({ shopId, hostId }),
    },
    {
      name: 'schemes',
      says: '同一本账',
      path: PATHS.schemes.url({ shopId, hostId }),
    },
    {
      name: 'final',
      says: '还要什么才算定',
      path: PATHS.final.url({ shopId, hostId }),
    },
    {
      name: 'explain',
      says: '年销售额超过',
      path: PATHS.explain.url({ ...award, tierId: 'A2', conditionId: 'A2-sales' }),
    },
    {
      name: 'award',
      says: '规则第 3 版',
      path: PATHS.award.url(award),
      unfold: 'Show',
    },
    {
      name: 'past',
      says: '那一天的净销售额',
      path: PATHS.past.url({ shopId, hostId }),
    },
    {
      name: 'forecast',
      says: '年底净销售额预计',
      path: PATHS.forecast.url({ shopId, hostId }),
    },
    { name: 'what-if', says: '没有变化', path: PATHS.whatIf.url({ shopId, hostId }) },
    {
      name: 'statement',
      says: '按退款日',
      path: PATHS.statement.url({ shopId, hostId }),
    },
    { name: 'ladder', says: '1 位主播', path: PATHS.ladder.url({ shopId }) },
    {
      name: 'unassigned',
      says: '每一笔都算到了主播',
      path: PATHS.unassigned.url({ shopId }),
    },
    { name: 'stored', says: '用途：', path: PATHS.stored.url() },
    { name: 'follows', says: '关注不会发消息', path: PATHS.follows.url() },
    { name: 'report', says: '冒用名称或标志', path: PATHS.report.url({ shopId }) },
    {
      name: 'desk',
      says: '核对台只给运营方的核对员用',
      path: PATHS.reviews.url(),
      isRefused: true,
    },
    {
      name: 'review',
      says: '核对台只给运营方的核对员用',
      path: PATHS.review.url({ id: `${shopId}.v000000000001` }),
      isRefused: true,
    },
    { name: 'own-sums', says: '还没有加入任何店铺', path: PATHS.ownSums.url() },
  ];
}
