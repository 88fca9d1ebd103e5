/** Words of the home screen. */
export const home = {
  title: '花都直播',
  record: '记一笔',
  share: '分享',
  noNext: '还没有排期',
  plan: '去排期',
  /** Beside the figure of net sales. */
  netOf: (year: number) => `${year} 年净销售额`,
  progressTeam: '看每位主播的进度',
  section: { on_air: '正在直播', due: '应在直播', today: '今天', week: '一周内', later: '以后' },
  moreSessions: '更多场次',
  moreOf: (count: number) => `还有 ${count} 场`,
  evenMoreOf: (count: number) => `还有 ${count} 场以上`,
  stores: '店铺',
  storesNote: '只列出运营方核对过并公开的店铺。',
  moreStores: '更多店铺',
  checkTitle: '我能对上哪一档？',
  checkNote: '三个问题，不登录，不保存',
  emptyTitle: '这里会显示正在直播、即将开播的场次和店铺',
  emptyNote: '店铺由运营方核对并公开后就会出现。',
  register: '登记我的店铺',
  registerNote: '排期、记账、看离奖励还差多少',
};
