/** Words about who opens the public pages of a store. */
export const merchantAudience = {
  title: '公开页有多少人看',
  hint: '从哪里打开、加进日历和关注的次数',
  openings: '打开',
  times: (count: string) => `${count} 次`,
  source: {
    chat: '聊天里的卡片',
    group: '群里的卡片',
    moments: '朋友圈',
    code: '扫码',
    message: '提醒消息',
    discovery: '小程序首页',
    other: '其他页面，也包括自己打开',
  },
  act: { calendar: '加进手机日历', follow: '在这一页点关注' },
  note: '公式：页面显示出来一次，记一次；同一个人打开两次，记两次。从页面第一次被打开算到现在。网络断开时的打开可能没有记到。只记次数，不记是谁。',
};
