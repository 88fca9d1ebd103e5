/** Words of public sessions that the tabs need too. */
export const publicPages = {
  aiShort: 'AI 主播',
  phaseSentence: {
    should_be_on_air: '按排期应已开播',
    on_air: '正在直播',
    paused: (since: string) => `${since} 起暂停`,
    over: '这一场已经结束',
    cancelled: '这一场已取消',
  },
  goHome: '去首页',
};
