/** Words of public sessions that the tabs need too. */
export const publicPages = {
  aiShort: 'AI 主播',
  phaseSentence: {
    paused: (since: string) => `${since} 起暂停`,
  },
  goHome: '去首页',
};
