import type { DemoNames } from './names';

/** A page of the app by a short name for its picture. */
export interface NamedPath {
  readonly name: string;
  readonly path: string;
  /** Chinese words that stand there once its content was read, for the streamer. */
  readonly says: string;
  /** Words to tap, so that what is folded is read too. */
  readonly unfold?: string;
}

/** Every page of the app, as the streamer may open it. */
export function everyPage({ shopId, hostId, sessions }: DemoNames): NamedPath[] {
  const own = `shopId=${shopId}`;
  const on = (state: string): string => sessions.find((one) => one.state === state)?.id ?? '';
  const award = 'year=2021&scheme=huadu-2020&awardId=HD-ANCHOR';
  const explain = `${award}&tierId=A2&conditionId=A2-sales`;
  return [
    { name: 'home', says: '距 2,000万 档还差 60万', path: '/pages/home/index' },
    { name: 'sessions', says: '已开播', path: '/pages/sessions/index' },
    { name: 'progress', says: '按目前节奏', path: '/pages/progress/index' },
    { name: 'me', says: '主页已公开', path: '/pages/me/index' },
    { name: 'precheck', says: '对一对', path: '/pages/precheck/index' },
    { name: 'store', says: '已核验', path: `/pages/shop/index?id=${shopId}` },
    {
      name: 'public-session',
      says: '正在直播',
      path: `/pages/live-session/index?id=${on('live')}`,
    },
    { name: 'register', says: '店铺名称', path: '/merchant/register/index' },
    { name: 'edit-store', says: '停止公开', path: `/merchant/edit-shop/index?${own}` },
    { name: 'hosts', says: '未绑定', path: `/merchant/hosts/index?${own}` },
    {
      name: 'plan',
      says: '排上',
      path: `/merchant/plan/index?${own}`,
      unfold: 'Goal, goods teasers and more',
    },
    {
      name: 'reschedule',
      says: '改到这个时间',
      path: `/merchant/plan/index?${own}&sessionId=${on('scheduled')}`,
    },
    {
      name: 'session-live',
      says: '早就下播了',
      path: `/merchant/live-session/index?id=${on('live')}`,
    },
    {
      name: 'session-ended',
      says: '播了 3 小时',
      path: `/merchant/live-session/index?id=${on('ended')}`,
    },
    {
      name: 'record',
      says: '记上',
      path: `/merchant/record/index?${own}`,
      unfold: 'Source, sold for whom',
    },
    { name: 'backfill', says: '补录', path: `/merchant/backfill/index?${own}` },
    {
      name: 'applicant',
      says: '是否本地主播',
      path: `/merchant/applicant/index?${own}&hostId=${hostId}`,
    },
    {
      name: 'explain',
      says: '年销售额超过',
      path: `/merchant/explain/index?${own}&hostId=${hostId}&${explain}`,
    },
    {
      name: 'award',
      says: '规则 huadu-2020.v2',
      path: `/merchant/award/index?${own}&hostId=${hostId}&${award}`,
      unfold: 'Show',
    },
    {
      name: 'past',
      says: '那一天的净销售额',
      path: `/merchant/past/index?${own}&hostId=${hostId}`,
    },
    {
      name: 'forecast',
      says: '年底净销售额预计',
      path: `/merchant/forecast/index?${own}&hostId=${hostId}`,
    },
    { name: 'what-if', says: '没有变化', path: `/merchant/what-if/index?${own}&hostId=${hostId}` },
    { name: 'ladder', says: '1 位主播', path: `/merchant/ladder/index?${own}` },
    { name: 'own-sums', says: '还没有加入任何店铺', path: '/merchant/own-sums/index' },
  ];
}
